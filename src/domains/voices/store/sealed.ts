import { sealedColumn } from '#platform/sealed.ts'

/** Columns of this chapter that hold sealed texts: all that is sealed is sealed for a place of one of these. */
export const sealedIn = {
  original: sealedColumn('voice_original', 'sealed', { key: 'voice_id' }),
  sender: sealedColumn('voice_sender', 'sealed', { key: 'voice_id' }),
  note: sealedColumn('voice_note', 'sealed'),
  objection: sealedColumn('voice_objection', 'sealed'),
  entry: sealedColumn('voice_entry', 'sealed'),
  phrase: sealedColumn('voice_entry', 'phrase'),
  dispatch: sealedColumn('voice_dispatch', 'sealed', { key: 'voice_id' }),
}
