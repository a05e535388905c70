import { Masthead, Part } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { at, type View } from '#design/view.ts'
import { type PlanItem, say } from '#domains/plan/index.ts'
import { urls } from '../group-urls.ts'
import { messages } from '../messages/group.ts'
import type { Report, Round, Scale } from '../progress.ts'
import type { Where } from '../rules/where.ts'
import { day, InJapanese, japaneseOf, wordsOf } from './public/words.tsx'

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
  return (
    <Page view={view} title={g.sheet}>
      <Masthead over={title} title={g.sheet} lead={g.sheetLead} />
      {token && (
        <p>
          <a href={at(view, urls.report(token))}>{g.sheetBack}</a>
        </p>
      )}
      <p>
        <InJapanese view={view} text={report.asked} />:{' '}
        {g.asksText(title, t.periods[round.period], day(view, round.dueOn))}
      </p>
      <p>{view.site.phone}</p>
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
      <Room view={view} id="result" title={g.result} before={content.result} japanese lines={6} />
      {item.indicators.map(({ name, unit }, i) => (
        <Room
          view={view}
          id={`reading${i}`}
          title={g.readings}
          before={`${name}${unit && ` (${unit})`}`}
          japanese
          lines={1}
        />
      ))}
      <Room view={view} id="figures" title={g.figures} before={g.figuresHint} lines={3} />
      <Room view={view} id="issues" title={g.issues} before={content.issues} japanese lines={3} />
      <Room view={view} id="next" title={g.next} before={content.next} japanese lines={3} />
    </Page>
  )
}

interface RoomProps {
  readonly view: View
  readonly id: string
  readonly title: string
  readonly before: string
  /** What was said before is Japanese, whatever the page is. */
  readonly japanese?: boolean
  readonly lines: number
}

/** Lines to write on, under what was said last time. */
const Room = ({ view, id, title, before, japanese, lines }: RoomProps) => (
  <Part view={view} id={id} title={title}>
    {before && (
      <p class="soft lines" lang={japanese ? japaneseOf(view) : undefined}>
        {before}
      </p>
    )}
    <div class="progress-room" aria-hidden="true">
      {Array.from({ length: lines }, () => (
        <div class="progress-line" />
      ))}
    </div>
  </Part>
)
