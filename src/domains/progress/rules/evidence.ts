import { no, type Result, yes } from '#platform/result.ts'
import { storable } from '#platform/storable.ts'
import { mostFiles, type ReportFile } from '../evidence.ts'
import type { Report } from '../progress.ts'

/** A file that would be added, as far as it is known. */
export interface Handed {
  readonly kind: ReportFile['kind']
  readonly key: string
  readonly title: string
  readonly consent: boolean
}

const refuse = (reason: string, place: string) => no({ kind: 'refused', reason, place })

/**
 * Whether it may be added: with words for those who do not see it, with the consent of those in it, not
 * twice, and not more than a reader looks through. The place names the field: title, consent, file.
 */
export function mayAdd(file: Handed, there: readonly ReportFile[]): Result<Handed> {
  if (!file.title.trim()) return refuse('file-title-needed', 'title')
  if (file.kind === 'picture' && !file.consent) return refuse('consent-needed', 'consent')
  if (there.some(({ key }) => key === file.key)) return refuse('file-there-already', 'file')
  const same = there.filter(({ kind }) => kind === file.kind).length
  if (same < mostFiles[file.kind]) return yes(file)
  return refuse(file.kind === 'picture' ? 'too-many-pictures' : 'too-many-files', 'file')
}

/** What a group has begun is its own until it hands it in; what staff added for it, they see. */
export const mayDeskSee = (report: Pick<Report, 'side' | 'state'>, file: ReportFile): boolean =>
  report.side === 'city' ||
  (report.state !== 'requested' && report.state !== 'drafting') ||
  file.addedBy.startsWith('per_')

/** What no file system, address or reader may take for something else: paths, marks that turn writing round. */
const unsafe = /[/\\:*?"<>|%#&;{}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu

const isEnding = /^[\p{L}\p{N}]{1,5}$/u

/** The name under which it is saved: as it was called, safe, and ending as what it is. */
export function safeName(given: string, ending: string): string {
  const last = storable(given.normalize('NFC')).split(/[/\\]/).at(-1) ?? ''
  const parts = last.split('.')
  while (parts.length > 1 && isEnding.test(parts.at(-1) ?? '')) parts.pop()
  const stem = parts.join('.').replace(unsafe, ' ')
  const clean = stem.replace(/\s+/g, '-').replace(/^[.-]+|[.-]+$/g, '')
  return `${[...clean].slice(0, 60).join('') || 'file'}.${ending}`
}
