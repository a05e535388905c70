import { sealedColumn } from '#platform/sealed.ts'

/** Columns of this chapter that hold sealed texts: all that is sealed is sealed for a place of one of these. */
export const sealedIn = {
  totp: sealedColumn('staff_totp', 'secret', { key: 'user_id' }),
  idToken: sealedColumn('staff_session', 'id_token'),
}
