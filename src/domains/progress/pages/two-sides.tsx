import type { Child } from 'hono/jsx'
import { figure } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { Icon } from '#design/icon.tsx'
import { languageOf, type View } from '#design/view.ts'
import type { DifferenceNote } from '../group.ts'
import { messages } from '../messages/group.ts'
import type { ReportContent, ScaleStep } from '../progress.ts'
import type { Difference } from '../rules/report.ts'
import { placesOf } from '../rules/year.ts'
import { japaneseOf, wordsOf } from './public/words.tsx'

/** One side as it stands: who said it, and what. Without content it has not said anything that may be read. */
export interface SideProps {
  readonly title: string
  readonly asked: string
  readonly step: ScaleStep | null
  readonly content: ReportContent | null
  /** Of the name, where it is not Japanese. */
  readonly askedLang?: 'en' | 'ko'
  /** When it was said, and what proves it. */
  readonly more?: Child
}

export interface TwoSidesProps {
  readonly view: View
  readonly city: SideProps
  readonly group: SideProps
  readonly found: readonly Difference[]
  readonly notes: readonly Pick<DifferenceNote, 'text'>[]
  /** Nothing where the city has no districts: then nobody was asked. */
  readonly districtName: ((key: string) => string) | null
}

/** 市と団体: side by side, one below the other on a phone; what differs is marked by a sign and in words. */
export function TwoSides(props: TwoSidesProps) {
  const { view, city, group, found, notes } = props
  const g = messages[view.locale]
  const t = wordsOf(view)
  const lang = japaneseOf(view)
  return (
    <div class="stack">
      <div class="halves">
        <Side {...props} side={city} />
        <Side {...props} side={group} />
      </div>
      {city.content && group.content && (
        <div class="stack-tight">
          <h3>{g.differs}</h3>
          {found.length === 0 && <p class="soft">{g.same}</p>}
          {found.length > 0 && (
            <ul class="bullets" lang={lang}>
              {found.map(({ what, name, city: ours, group: theirs }) => (
                <li>
                  <Icon name="care" /> {g.differenceWord}:{' '}
                  {t.differsLine(what === 'value' ? t.differsValue : name, ours, theirs)}
                </li>
              ))}
            </ul>
          )}
          {notes.map(({ text }) => (
            <p>
              {g.noteTitle}:{' '}
              <span class="lines" lang={lang}>
                {text}
              </span>
            </p>
          ))}
        </div>
      )}
    </div>
  )
}

type OneProps = Pick<TwoSidesProps, 'view' | 'found' | 'districtName'> & {
  readonly side: SideProps
}

function Side({ view, side, found, districtName }: OneProps) {
  const g = messages[view.locale]
  const t = wordsOf(view)
  const lang = japaneseOf(view)
  const { title, asked, askedLang, step, content, more } = side
  const differs = (what: Difference['what'], name = '') =>
    found.some((one) => one.what === what && one.name === name)
  const mark = (isMarked: boolean) =>
    isMarked && (
      <strong lang={languageOf(view.locale)}>
        {' '}
        <Icon name="care" /> {g.differenceWord}
      </strong>
    )
  const line = (what: Difference['what'], name: string, text: string) => (
    <>
      {text}
      {mark(differs(what, name))}
      <br />
    </>
  )
  const pairs: readonly (readonly [string, Child])[] = content
    ? lines([
        step !== null && [g.value, <span lang={lang}>{line('value', '', step.label)}</span>],
        districtName !== null && [
          t.where,
          placesOf({ content }).map(districtName).join(t.sentence.comma),
        ],
        content.result && [t.result, <span class="lines">{content.result}</span>],
        content.unchanged && [t.unchanged, <span class="lines">{content.unchanged}</span>],
        content.readings.some(({ actual }) => actual !== null) && [
          g.readings,
          <span>
            {content.readings.flatMap(({ name, actual }) =>
              actual === null
                ? []
                : line('reading', name, `${name} ${figure(view.locale, actual)}`),
            )}
          </span>,
        ],
        content.figures.length > 0 && [
          t.figures,
          <span>
            {content.figures.map(({ name, value, unit }) =>
              line('figure', name, `${name} ${figure(view.locale, value)}${unit}`),
            )}
          </span>,
        ],
        content.issues && [t.issues, <span class="lines">{content.issues}</span>],
        content.next && [t.next, <span class="lines">{content.next}</span>],
      ])
    : []
  return (
    <section class="stack-tight">
      <h3>
        {title}{' '}
        <span class="soft" lang={askedLang ?? lang}>
          {asked}
        </span>
      </h3>
      {content ? (
        <div lang={lang}>
          <Facts pairs={pairs} names="above" />
        </div>
      ) : (
        <p class="soft">{g.notYet}</p>
      )}
      {content && more}
    </section>
  )
}

/** Those that have something to say. */
const lines = (
  all: readonly (readonly [string, Child] | false | null | '')[],
): readonly (readonly [string, Child])[] => all.flatMap((one) => (one ? [one] : []))
