import { blank, type Filled, type Values } from '#platform/form.ts'
import { issueForm } from '../forms.ts'
import type { Content, Issue, Segment, Written } from '../newsletter.ts'
import { oneLine, paragraphsOf, readLinks } from '../rules.ts'

type Form = ReturnType<typeof issueForm>

const writtenOf = (title: string, body: string): Written | undefined =>
  title && body ? { title: oneLine(title), paragraphs: paragraphsOf(body) } : undefined

/** What a form says as an issue; nothing where a link leads out of this site. */
export function issueIn(
  v: Values<Form>,
  origin: string,
): { readonly content: Content; readonly segment: Segment } | undefined {
  const links = readLinks(v.links, origin)
  if (!links) return undefined
  const easy = writtenOf(v.titleEasy, v.bodyEasy)
  const en = writtenOf(v.titleEn, v.bodyEn)
  const ko = writtenOf(v.titleKo, v.bodyKo)
  const ja: Written = { title: oneLine(v.title), paragraphs: paragraphsOf(v.body) }
  return {
    content: { ja, ...(easy && { easy }), ...(en && { en }), ...(ko && { ko }), links },
    segment: { district: v.district, topics: v.topics },
  }
}

/** Languages of which only title or text is written. */
export const halvesIn = ({ raw }: Filled<Form>): readonly string[] =>
  (['Easy', 'En', 'Ko'] as const).filter(
    (one) => (raw[`title${one}`].trim() === '') !== (raw[`body${one}`].trim() === ''),
  )

const text = (written: Written | undefined) => written?.paragraphs.join('\n\n') ?? ''

export function filledFrom(
  { content, segment }: Issue,
  district: string,
  choices: Parameters<typeof issueForm>[0],
) {
  const { ja, easy, en, ko, links } = content
  return blank(issueForm(choices), {
    title: ja.title,
    body: text(ja),
    links: links.map((one) => `${one.text} ${one.path}`),
    district,
    topics: segment.topics,
    titleEasy: easy?.title ?? '',
    bodyEasy: text(easy),
    titleEn: en?.title ?? '',
    bodyEn: text(en),
    titleKo: ko?.title ?? '',
    bodyKo: text(ko),
  })
}
