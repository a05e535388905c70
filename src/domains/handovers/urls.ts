export const urls = {
  desk: '/desk/handovers',
  prepare: '/desk/handovers/prepare',
  one: (id: string) => `/desk/handovers/${id}` as const,
  step: (id: string, step: string) => `/desk/handovers/${id}/${step}`,
  book: (id: string) => `/desk/handovers/${id}/book.pdf`,
  silence: '/desk/without-owner',
  silenceFile: '/desk/without-owner.csv',
} as const
