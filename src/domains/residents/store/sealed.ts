import { sealedColumn } from '#platform/sealed.ts'

/** Columns of this chapter that hold sealed texts: all that is sealed is sealed for a place of one of these. */
export const sealedIn = {
  contact: sealedColumn('resident_contact', 'sealed'),
  code: sealedColumn('resident_code', 'sealed'),
  addition: sealedColumn('resident_addition', 'sealed'),
  opening: sealedColumn('resident_opening', 'reason'),
  assist: sealedColumn('resident_assist', 'reason'),
  check: sealedColumn('resident_check', 'reason', { wasOpen: true }),
  passkey: sealedColumn('resident_passkey', 'name', { wasOpen: true }),
}
