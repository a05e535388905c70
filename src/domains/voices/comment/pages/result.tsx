import { figure } from '#design/dates.ts'
import { Difference } from '#design/difference.tsx'
import { Facts } from '#design/facts.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { coverSaid, moderationUrls, moderationWords } from '#domains/moderation/index.ts'
import { plain } from '#platform/ruby.ts'
import { type CommentCase, hasResult } from '../case.ts'
import { type Opinion, opinionSubject } from '../comment.ts'
import { isChanged, type PassagePair } from '../rules/difference.ts'
import type { Counts, ResultRow } from '../rules/result.ts'
import { urls } from '../urls.ts'
import { Anchor, CategoryName, day, japanese, wordsOf } from './words.tsx'

export interface ResultBodyProps {
  readonly view: View
  readonly one: CommentCase
  readonly rows: readonly ResultRow[]
  readonly counts: Counts
  readonly pairs: readonly PassagePair[]
}
export interface ResultProps extends ResultBodyProps {
  readonly one: Extract<CommentCase, { state: 'published' | 'archived' }>
}

/** 募集の結果: how many wrote, every comment with its answer, and what became of the draft. */
export function ResultPage(props: ResultProps) {
  const { view, one } = props
  const t = wordsOf(view)
  const lang = japanese(view)
  return (
    <Page
      view={view}
      title={`${t.result} ${one.title}`}
      section="voices"
      wide
      breadcrumbs={[
        { text: t.title, path: urls.list },
        { text: one.title, path: urls.one(one.number), ...(lang && { lang }) },
      ]}
    >
      <Masthead
        title={t.result}
        lead={t.resultLead(one.title)}
        marks={<span class="soft">{t.publishedOn(day(view, one.publishedOn))}</span>}
      />
      <ResultBody {...props} />
      <Part view={view} id="files" title={t.download}>
        <ul class="bullets">
          {(['pdf', 'xlsx', 'csv'] as const).map((kind) => (
            <li>
              <a href={at(view, urls.resultFile(one.number, kind))}>{t[kind]}</a>
            </li>
          ))}
        </ul>
      </Part>
    </Page>
  )
}

/** What the result says, on its page and before it is decided on. */
export function ResultBody({ view, one, rows, counts, pairs }: ResultBodyProps) {
  const t = wordsOf(view)
  const lang = japanese(view)
  const n = (count: number) => figure(view.locale, count)
  return (
    <>
      <Facts
        pairs={[
          [t.persons, t.people(n(counts.persons))],
          [t.opinions, t.count(n(counts.opinions))],
          [t.changes, t.count(n(counts.changes))],
          [t.period, t.from(day(view, one.opensOn), day(view, one.closesOn))],
        ]}
      />
      {one.resultNote && (
        <p class="lines" lang={lang}>
          {one.resultNote}
        </p>
      )}
      <Part view={view} id="table" title={t.table}>
        {rows.length === 0 ? (
          <>
            <p>{t.none}</p>
            <p>
              {t.noneLead} <a href={at(view, urls.one(one.number))}>{t.draft}</a>
            </p>
          </>
        ) : (
          <ResultTable view={view} rows={rows} isPublic={hasResult(one)} />
        )}
      </Part>
      <Part
        view={view}
        id="difference"
        title={t.difference}
        lead={pairs.some(isChanged) ? t.differenceLead : t.unchanged}
      >
        {pairs.filter(isChanged).map((pair) => (
          <Pair view={view} pair={pair} />
        ))}
      </Part>
    </>
  )
}

interface TableProps {
  readonly view: View
  readonly rows: readonly ResultRow[]
  /** Everybody reads it: anybody may say that somebody should look at a text. */
  readonly isPublic: boolean
}

export function ResultTable({ view, rows, isPublic }: TableProps) {
  const t = wordsOf(view)
  const lang = japanese(view)
  const own = (text: string) => (
    <span class="lines" lang={lang}>
      {text}
    </span>
  )
  return (
    <Table
      view={view}
      caption={t.table}
      quietCaption
      rows={rows}
      columns={[
        { label: t.no, role: 'number', cell: ({ opinion }) => String(opinion.no) },
        {
          label: t.where,
          cell: ({ opinion, at: passage }) =>
            passage ? (
              <Anchor view={view} at={passage} />
            ) : opinion.place ? (
              own(opinion.place)
            ) : (
              t.whole
            ),
        },
        {
          label: t.gist,
          cell: ({ opinion, cover }) => (
            <>
              {cover ? coverSaid(view.locale, cover) : own(opinion.gist || '—')}{' '}
              {isPublic && !cover && <FlagLink view={view} opinion={opinion} />}
            </>
          ),
        },
        {
          label: t.cityView,
          cell: ({ cityView, answeredBy }) => (
            <>
              {answeredBy && <span class="soft">{t.sameAs(answeredBy.no)} </span>}
              {cityView ? own(cityView) : !answeredBy && '—'}
            </>
          ),
        },
        {
          label: t.category,
          cell: ({ category }) =>
            category ? <CategoryName view={view} category={category} /> : '—',
        },
        {
          label: t.changed,
          cell: ({ changed, category }) => (category?.changesDraft ? own(changed) : '—'),
        },
      ]}
    />
  )
}

function FlagLink({ view, opinion }: { readonly view: View; readonly opinion: Opinion }) {
  const path = moderationUrls.flagOf({ kind: opinionSubject, id: opinion.id })
  const text = moderationWords[view.locale].flagIt
  return (
    <p class="on-screen">
      <a href={at(view, path)} rel="nofollow" aria-label={plain(`${text} ${opinion.no}`)}>
        {text}
      </a>
    </p>
  )
}

function Pair({ view, pair }: { readonly view: View; readonly pair: PassagePair }) {
  const t = wordsOf(view)
  const lang = japanese(view)
  const { before, after } = pair
  const chapter = (after ?? before)?.chapter
  return (
    <div class="stack-tight part">
      <h3 lang={chapter ? lang : undefined}>{chapter || t.untitled}</h3>
      <div class="halves">
        <div>
          <h4>{before ? `${t.before} ${t.passage(before.no)}` : t.wasAdded}</h4>
          <p class="lines" lang={lang}>
            {before?.text ?? ''}
          </p>
        </div>
        <div>
          <h4>{after ? `${t.after} ${t.passage(after.no)}` : t.wasRemoved}</h4>
          <Difference view={view} before={before?.text ?? ''} after={after?.text ?? ''} />
        </div>
      </div>
    </div>
  )
}
