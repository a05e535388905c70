/** Addresses without the language's prefix; the design adds it. */
export const urls = {
  follow: '/follow',
  followOf: (subject: string) => `/follow?item=${encodeURIComponent(subject)}`,
  receipt: '/r',
  receiptPage: '/r/receipt',
  receiptDo: (what: string) => `/r/receipt/${what}`,
  account: '/account',
  accountDo: (what: string) => `/account/${what}`,
  service: (name: string) => `/account/services/${name}`,
  me: '/me',
  meDo: (what: string) => `/me/${what}`,
  passkeys: '/me/passkeys',
  passkeysDo: (what: string) => `/me/passkeys/${what}`,
  notices: '/me/notices',
  desk: '/desk/residents',
  deskDo: (what: string) => `/desk/residents/${what}`,
} as const
