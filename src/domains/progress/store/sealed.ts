import { sealedColumn } from '#platform/sealed.ts'

/** Columns of this chapter that hold sealed texts: all that is sealed is sealed for a place of one of these. */
export const sealedIn = {
  mail: sealedColumn('progress_group', 'sealed'),
  heardFrom: sealedColumn('progress_group_hearing', 'sealed', { key: 'report_id' }),
}
