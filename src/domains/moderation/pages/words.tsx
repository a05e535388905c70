import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { View } from '#design/view.ts'
import { deskWords } from '../messages/desk.ts'
import { OpeningList } from './openings.tsx'
import { type CaseProps, Step } from './step.tsx'

export function Sealed({ view, text }: { readonly view: View; readonly text: string | undefined }) {
  const { d } = deskWords(view)
  return text === undefined ? <p class="soft">{d.sealed}</p> : <p class="lines">{text}</p>
}

/** 封: what lies closed, the form that opens it for a purpose, and who has opened it so far. */
export function Words(props: CaseProps) {
  const { view, of, flags, words, openings, offers } = props
  const { d } = deskWords(view)
  const notes = flags.filter(({ id, note }) => note !== null && !words?.notes.has(id)).length
  const isAppealClosed = of.appeal !== null && (words?.appeal ?? null) === null
  const isClosed = notes > 0 || isAppealClosed
  if (!isClosed && !words && openings.length === 0) return null
  return (
    <Part view={view} id="words" title={d.actions.open} level={3}>
      {words && (
        <Notice view={view}>
          <p>{d.openedNow}</p>
        </Notice>
      )}
      {isClosed && <p>{d.sealedLead(notes, isAppealClosed)}</p>}
      {isClosed && offers.includes('open') && <Step {...props} step="open" />}
      {openings.length > 0 && (
        <>
          <p>{d.openings}</p>
          <OpeningList view={view} openings={openings} purposes={d.purposes} />
        </>
      )}
    </Part>
  )
}
