import type { Edition, Issue } from '../publication.ts'

/**
 * What an edition says, and nothing of how it looks: what every form is made of and what the hash is of.
 * Two records are the same edition if and only if their canonical JSON is.
 */
export function recordOf({
  id,
  number,
  at,
  fiscalYear,
  content,
  figures,
  corrects,
}: Issue): object {
  return {
    format: 'tomoni-edition-1',
    id,
    number,
    fiscalYear,
    publishedAt: at.toISOString(),
    corrects,
    content,
    figures,
  }
}

/** An edition as it would be made: published with its own number, else as a proof of the next. */
export function issueOf(
  edition: Edition,
  next: { number: number; at: Date },
  corrected?: number,
): Issue {
  const { id, fiscalYear, content, figures, corrects, correctionNote } = edition
  const own = edition.state === 'published'
  return {
    id,
    number: own ? edition.number : next.number,
    at: own ? edition.publishedAt : next.at,
    fiscalYear,
    content,
    figures,
    corrects: corrects ? { id: corrects, number: corrected ?? 0, note: correctionNote } : null,
    isProof: !own,
  }
}
