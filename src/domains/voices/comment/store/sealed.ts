import { sealedColumn } from '#platform/sealed.ts'

/** Columns of public comments that hold sealed texts. */
export const sealedIn = {
  original: sealedColumn('voice_comment_original', 'sealed', { key: 'comment_id' }),
  sender: sealedColumn('voice_comment_sender', 'sealed', { key: 'comment_id' }),
}
