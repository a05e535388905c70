import type { Child } from 'hono/jsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { words } from '#design/messages.ts'
import { Page } from '#design/page.tsx'
import { at, type View } from '#design/view.ts'
import { type PlanItem, say } from '#domains/plan/index.ts'
import { urls } from '../group-urls.ts'
import { messages } from '../messages/group.ts'
import type { Report, Round, Scale } from '../progress.ts'
import type { Where } from '../rules/where.ts'
import { day, InJapanese, wordsOf } from './public/words.tsx'

export interface SheetProps {
  readonly view: View
  /** Empty on the desk, which prints it for a group without a screen. */
  readonly token: string
  readonly report: Report
  readonly round: Round
  readonly scale: Scale
  readonly item: PlanItem
  readonly where: Where
}

/** 報告用紙: the questions with room to write, for whoever would rather use a pen. */
export function GroupSheetPage(props: SheetProps) {
  const { view, token, report, round, scale, item, where } = props
  const g = messages[view.locale]
  const t = wordsOf(view)
  const title = `${item.code} ${say(item, 'title', view.locale).text}`
  const { content } = report
  const before = (text: string): Child =>
    text && (
      <>
        {g.saidBefore}: <InJapanese view={view} text={text} />
      </>
    )
  return (
    <Page view={view} title={g.sheet} secret>
      <Masthead over={title} title={g.sheet} lead={g.sheetLead} />
      {token && (
        <div class="actions">
          <a href={at(view, urls.report(token))}>{g.sheetBack}</a>
        </div>
      )}
      <p>
        <InJapanese view={view} text={report.asked} />:{' '}
        {g.asksText(title, t.periods[round.period], day(view, round.dueOn))}
      </p>
      <p>
        {words(view).foot.phone} {view.site.phone}
      </p>
      <Part view={view} id="value" title={g.value}>
        <ul class="progress-boxes">
          {scale.steps.map(({ code, label, meaning }) => (
            <li>
              □{' '}
              <InJapanese
                view={view}
                text={`${code === label ? '' : `${code} `}${label}: ${meaning}`}
              />
            </li>
          ))}
        </ul>
      </Part>
      {where.choices.length > 0 && (
        <Part view={view} id="districts" title={g.districts} lead={g.districtsHint}>
          <ul class="progress-boxes">
            {where.choices.map(({ label }) => (
              <li>□ {label}</li>
            ))}
          </ul>
        </Part>
      )}
      <Room view={view} id="result" title={g.result} before={before(content.result)} lines={6} />
      {item.indicators.map(({ name, unit }, i) => (
        <Room
          view={view}
          id={`reading${i}`}
          title={g.readings}
          before={<InJapanese view={view} text={`${name}${unit && ` (${unit})`}`} />}
          lines={1}
        />
      ))}
      <Room view={view} id="figures" title={g.figures} before={g.figuresHint} lines={3} />
      <Room view={view} id="issues" title={g.issues} before={before(content.issues)} lines={3} />
      <Room view={view} id="next" title={g.next} before={before(content.next)} lines={3} />
    </Page>
  )
}

interface RoomProps {
  readonly view: View
  readonly id: string
  readonly title: string
  /** What was said last time, or a hint; nothing where it is empty. */
  readonly before: Child
  readonly lines: number
}

/** Lines to write on, under what was said last time. */
const Room = ({ view, id, title, before, lines }: RoomProps) => (
  <Part view={view} id={id} title={title}>
    {before && <p class="soft lines">{before}</p>}
    <div class="progress-room" aria-hidden="true">
      {Array.from({ length: lines }, () => (
        <div class="progress-line" />
      ))}
    </div>
  </Part>
)
