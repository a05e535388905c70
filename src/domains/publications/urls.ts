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
  /** A small copy of a picture of the year. */
  thumbnail: (id: string, picture: string) => `/desk/publications/${id}/pictures/${picture}`,
  announce: (id: string) => `/desk/publications/${id}/announce`,
  step: (id: string, step: string) => `/desk/publications/${id}/${step}`,
} as const
