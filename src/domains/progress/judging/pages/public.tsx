import { ButtonLink } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { type Plan, planUrls, say } from '#domains/plan/index.ts'
import { dayStart, fiscalYearIn } from '#platform/calendar.ts'
import { groupBy } from '#platform/group.ts'
import { plain } from '#platform/ruby.ts'
import { layers, type Remark } from '../judging.ts'
import { messages, type PublicWords } from '../messages/public.ts'
import { movedSince } from '../rules/course.ts'
import {
  type JudgedItem,
  type JudgingYear,
  layersDiffer,
  layersOf,
  passedOver,
  whyPassedOver,
} from '../rules/year.ts'
import { urls } from '../urls.ts'
import { ThreeLayers } from './layers.tsx'
import { StepBadge } from './parts.tsx'

export interface JudgementPublicProps {
  readonly view: View
  readonly plan: Plan
  /** Published ones, the year's end first. */
  readonly years: readonly JudgingYear[]
}

/** What each layer said of a year, and what the city answered; differences are shown, never averaged. */
export function PublicPage({ view, plan, years }: JudgementPublicProps) {
  const t = messages[view.locale]
  const { fiscalYear } = plan
  return (
    <Page
      view={view}
      title={`${t.title} ${fiscalYearIn(view.locale, fiscalYear)}`}
      description={t.lead}
      section="plan"
      wide
      breadcrumbs={[
        { text: plain(fiscalYearIn(view.locale, fiscalYear)), path: planUrls.year(fiscalYear) },
      ]}
    >
      <Masthead over={fiscalYearIn(view.locale, fiscalYear)} title={t.title} lead={t.lead} />
      {years.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneTodo}</p>
          <ButtonLink view={view} path={planUrls.year(fiscalYear)} kind="secondary">
            {t.toPlan}
          </ButtonLink>
        </EmptyState>
      ) : (
        <>
          {t.japanese && <p>{t.japanese}</p>}
          {years.map((year) => (
            <OneYear view={view} year={year} t={t} />
          ))}
          <Part view={view} id="files" title={t.files}>
            <ul>
              <li>
                <a href={at(view, urls.file(fiscalYear, 'judgement.pdf'))}>{t.pack}</a>
              </li>
              <li>
                <a href={at(view, urls.file(fiscalYear, 'judgement.csv'))}>{t.csv}</a>
              </li>
              <li>
                <a href={at(view, urls.file(fiscalYear, 'judgement.json'))}>{t.json}</a>
              </li>
            </ul>
          </Part>
        </>
      )}
    </Page>
  )
}

interface YearProps {
  readonly view: View
  readonly year: JudgingYear
  readonly t: PublicWords
}

/** Nothing to show in the first year that was ever judged. */
const lastYearColumn = (t: PublicWords) => ({
  label: t.lastYear,
  cell: ({ lastYear }: JudgedItem) => (
    <StepBadge step={(lastYear?.said.committee ?? lastYear?.said.section)?.step ?? null} />
  ),
})

function OneYear({ view, year, t }: YearProps) {
  const { committee, scale, items } = year
  const differing = items.filter((one) => layersDiffer(layersOf(one, scale))).length
  const key = committee.occasion
  const titleOf = (judged: JudgedItem) => say(judged.progress.item, 'title', view.locale)
  return (
    <Part
      view={view}
      id={key}
      title={t.occasions[key]}
      over={<span lang="ja">{committee.name}</span>}
      {...(committee.state === 'published' && {
        lead: t.publishedOn(longDate(view.locale, dayStart(committee.publishedOn))),
      })}
    >
      <div lang="ja">
        <Facts pairs={scale.steps.map(({ label, meaning }) => [label, meaning])} names="beside" />
      </div>
      <p>{t.differing(differing)}</p>
      <Table
        view={view}
        caption={t.overview}
        columns={[
          {
            label: t.item,
            role: 'heading',
            cell: (judged) => {
              const { text, lang } = titleOf(judged)
              return (
                <a href={`#${anchor(key, judged)}`}>
                  {judged.progress.item.code} <span lang={lang}>{text}</span>
                </a>
              )
            },
          },
          ...layers.map((layer) => ({
            label: t.short[layer],
            cell: (judged: JudgedItem) => {
              const said = layersOf(judged, scale)[layer]
              return said ? <StepBadge step={said.step} /> : '—'
            },
          })),
          ...(items.some(({ lastYear }) => lastYear) ? [lastYearColumn(t)] : []),
        ]}
        rows={items.filter((judged) => !passedOver(judged))}
      />
      {items
        .filter((judged) => !passedOver(judged))
        .map((judged) => (
          <OneItem view={view} year={year} judged={judged} t={t} />
        ))}
      <PassedOver view={view} year={year} t={t} />
    </Part>
  )
}

const anchor = (key: string, { progress: { item } }: JudgedItem) => `${key}-${item.code}`

function OneItem({ view, year, judged, t }: YearProps & { readonly judged: JudgedItem }) {
  const { item } = judged.progress
  const said = layersOf(judged, year.scale)
  const { text, lang } = say(item, 'title', view.locale)
  const before = judged.lastYear?.said
  const moved = before ? movedSince(said, before) : []
  return (
    <Part
      view={view}
      id={anchor(year.committee.occasion, judged)}
      title={`${item.code} ${text}`}
      {...(lang && { lang })}
      level={3}
    >
      <ThreeLayers view={view} said={said} waived={judged.waived} />
      {moved.length > 0 && (
        <ul class="bullets">
          {moved.map((m) => (
            <li>{t.changed(t.short[m.layer], m.before, m.after)}</li>
          ))}
        </ul>
      )}
      <Facts
        pairs={[
          ...(judged.spread.size > 0
            ? [[t.spread, <span lang="ja">{spreadText(judged, year, t)}</span>] as const]
            : []),
          ...(judged.lastYear ? [[t.lastYear, <Before judged={judged} t={t} />] as const] : []),
        ]}
      />
      {judged.remarks.map((remark) => (
        <Answered
          view={view}
          remark={remark}
          judged={judged}
          t={t}
          isSaid={remark.kind === 'committee' && remark.text === said.committee?.comment}
        />
      ))}
    </Part>
  )
}

/** What was not looked at this time, with the reason said once for all to which it applies. */
function PassedOver({ view, year, t }: YearProps) {
  const key = year.committee.occasion
  const byReason = groupBy(year.items.filter(passedOver), whyPassedOver)
  if (!byReason.size) return null
  return (
    <Part view={view} id={`${key}-not-judged`} title={t.unjudged} level={3}>
      {[...byReason].map(([reason, list]) => (
        <>
          <p>
            {t.unjudgedWhy} <span lang="ja">{reason}</span>
          </p>
          <ul class="bullets">
            {list.map((judged) => {
              const { item } = judged.progress
              const { text, lang } = say(item, 'title', view.locale)
              return (
                <li id={anchor(key, judged)}>
                  {item.code} <span lang={lang}>{text}</span>
                </li>
              )
            })}
          </ul>
        </>
      ))}
    </Part>
  )
}

const spreadText = ({ spread }: JudgedItem, { scale }: JudgingYear, t: PublicWords) =>
  scale.steps
    .flatMap(({ code, label }) => {
      const count = spread.get(code)
      return count ? [t.spreadOf(label, count)] : []
    })
    .join('、')

function Before({ judged, t }: { readonly judged: JudgedItem; readonly t: PublicWords }) {
  const last = judged.lastYear?.said ?? {}
  return (
    <>
      {layers.map((layer) => {
        const one = last[layer]
        return one ? (
          <span>
            {t.short[layer]} <StepBadge step={one.step} />{' '}
          </span>
        ) : null
      })}
    </>
  )
}

interface AnsweredProps {
  readonly view: View
  readonly remark: Remark
  readonly judged: JudgedItem
  readonly t: PublicWords
  /** Its words stand among the layers already, right above: once is enough. */
  readonly isSaid: boolean
}

function Answered({ view, remark, judged, t, isSaid }: AnsweredProps) {
  const { answer, kind, text, section } = remark
  if (remark.state !== 'approved' || !answer.stance) return null
  const led = judged.led.get(remark.id)
  return (
    <div class="stack-tight">
      {!isSaid && (
        <>
          <p>
            <strong>{t.kinds[kind]}</strong>
          </p>
          <blockquote lang="ja">
            <p>{text}</p>
          </blockquote>
        </>
      )}
      <p>
        <strong>
          {t.answer}: {t.stances[answer.stance]}
        </strong>
      </p>
      <p lang="ja">{answer.reason}</p>
      <p class="soft">{t.answeredBy(section)}</p>
      {led?.isPublic && (
        <p>
          <a href={at(view, planUrls.item(led.fiscalYear, led.code))}>
            {led.kind === 'item'
              ? t.becameItem(fiscalYearIn(view.locale, led.fiscalYear), led.code)
              : t.becameAmendment(led.code)}
          </a>
        </p>
      )}
    </div>
  )
}
