export const urls = {
  list: '/desk/words',
  file: '/desk/words/words.csv',
  takeIn: '/desk/words/import',
  examples: '/desk/words/examples',
  one: (id: string) => `/desk/words/${id}`,
  remove: (id: string) => `/desk/words/${id}/remove`,
} as const
