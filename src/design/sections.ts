/** The parts of the site that stand in its menu, in order. One place to add a chapter's door. */
export const publicSections = [
  { section: 'plan', path: '/plans' },
  { section: 'progress', path: '/progress' },
  { section: 'voices', path: '/voices' },
  { section: 'search', path: '/search' },
  { section: 'receipt', path: '/r' },
  { section: 'about', path: '/about' },
] as const

export const deskSections = [
  { section: 'desk', path: '/desk' },
  { section: 'desk-plan', path: '/desk/plans' },
  { section: 'desk-voices', path: '/desk/voices' },
  { section: 'desk-staff', path: '/desk/staff' },
  { section: 'desk-moderation', path: '/desk/moderation' },
  { section: 'desk-ledger', path: '/desk/ledger' },
] as const

export type Section =
  | (typeof publicSections)[number]['section']
  | (typeof deskSections)[number]['section']

/** Other addresses that the frame of every page leads to. */
export const frame = {
  home: '/',
  search: '/search',
  reader: '/reader',
  paper: '/paper',
  accessibility: '/accessibility',
  licence: '/licence',
  signIn: '/sign-in',
  signOut: '/sign-out',
  ledger: '/desk/ledger',
  opened: '/desk/ledger/opened',
  retention: '/desk/audit/retention',
  notices: '/desk/notices',
  account: '/desk/account',
  heads: '/ledger/heads',
} as const
