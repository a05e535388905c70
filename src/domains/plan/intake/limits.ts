/** How long a text of the plan may be, in characters; the same for every way in. */
export const limits = {
  aim: 2000,
  purpose: 500,
  measure: 200,
  group: 500,
  title: 200,
  description: 2000,
  department: 60,
  person: 100,
  role: 1000,
  indicator: 100,
  unit: 20,
  quarter: 300,
  article: 60,
} as const

export const tooLong = (text: string, max: number): boolean => [...text].length > max
