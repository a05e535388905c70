/** Who answers for a section where nobody heads it: the deputy, and where there is none, the secretariat. */
export type Answers = 'head' | 'deputy' | 'secretariat'

export function answersFor(
  section: string,
  service: readonly { readonly department: string; readonly rank: string }[],
): Answers {
  const ranks = new Set(service.filter((s) => s.department === section).map(({ rank }) => rank))
  return ranks.has('head') ? 'head' : ranks.has('deputy') ? 'deputy' : 'secretariat'
}
