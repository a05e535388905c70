import { sealedColumn } from '#platform/sealed.ts'

/** Columns of this chapter that hold sealed texts: all that is sealed is sealed for a place of one of these. */
export const sealedIn = {
  note: sealedColumn('moderation_flag', 'note'),
  appeal: sealedColumn('moderation_case', 'appeal'),
  decision: sealedColumn('moderation_decision', 'reason', { wasOpen: true }),
  opening: sealedColumn('moderation_opening', 'reason'),
}
