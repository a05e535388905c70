export const urls = {
  list: '/desk/notices',
  own: '/me/notices',
  settings: '/desk/notices/settings',
  outbox: '/admin/outbox',
  delivery: (id: string) => `/admin/outbox/${id}`,
  unreachable: '/admin/outbox/unreachable',
  letters: '/admin/letters',
  batch: (id: string) => `/admin/letters/${id}`,
  unsubscribe: (token: string) => `/unsubscribe/${token}`,
} as const
