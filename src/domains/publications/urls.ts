export const urls = {
  list: '/publications',
  feed: '/publications/feed.xml',
  one: (id: string) => `/publications/${id}`,
  form: (id: string, form: string) => `/publications/${id}/${form}`,
  desk: '/desk/publications',
  fresh: '/desk/publications/new',
  edition: (id: string) => `/desk/publications/${id}`,
  edit: (id: string) => `/desk/publications/${id}/edit`,
  preview: (id: string) => `/desk/publications/${id}/preview.svg`,
  proof: (id: string, form: string) => `/desk/publications/${id}/proof/${form}`,
  announce: (id: string) => `/desk/publications/${id}/announce`,
  step: (id: string, step: string) => `/desk/publications/${id}/${step}`,
} as const
