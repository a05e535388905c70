import { Notice } from '#design/notice.tsx'
import { at, type View } from '#design/view.ts'
import { coverSaid, moderationUrls, moderationWords } from '#domains/moderation/index.ts'
import { type PublicReport, reportSubject } from '../../progress.ts'
import { publicUrls } from '../../public-urls.ts'
import { FileList, Links } from '../evidence.tsx'
import { day } from './words.tsx'

interface ProofProps {
  readonly view: View
  readonly report: PublicReport
}

/**
 * When it was said, and what proves it; beneath what a group wrote itself 「この内容について知らせる」. Where its words
 * are hidden: that they are, why, and what the city does about such words.
 */
export function Proof({ view, report }: ProofProps) {
  const { id, side, on, content, files, cover } = report
  const m = moderationWords[view.locale]
  if (cover)
    return (
      <Notice view={view}>
        <p>{coverSaid(view.locale, cover)}</p>
        <p>
          <a href={at(view, moderationUrls.figures)}>{m.coveredMore}</a>
        </p>
      </Notice>
    )
  return (
    <>
      <p class="soft">{day(view, on)}</p>
      <FileList view={view} files={files} addressOf={publicUrls.file} />
      {content.evidence.length > 0 && <Links view={view} links={content.evidence} />}
      {side === 'group' && (
        <p>
          <a href={at(view, moderationUrls.flagOf({ kind: reportSubject, id }))} rel="nofollow">
            {m.flagIt}
          </a>
        </p>
      )}
    </>
  )
}
