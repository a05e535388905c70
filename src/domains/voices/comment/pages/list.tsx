import { EmptyState, Entries, Entry } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { at, type View } from '#design/view.ts'
import { publicWords } from '../../messages/public.ts'
import { urls as voiceUrls } from '../../urls.ts'
import { type CommentCase, hasResult } from '../case.ts'
import { urls } from '../urls.ts'
import { day, japanese, wordsOf } from './words.tsx'

export interface ListProps {
  readonly view: View
  readonly cases: readonly CommentCase[]
}

/** 意見募集: what can be commented on now, what the city is thinking about, what came of the rest. */
export function ListPage({ view, cases }: ListProps) {
  const t = wordsOf(view)
  const open = cases.filter(({ state }) => state === 'open')
  const done = cases.filter(hasResult)
  const waiting = cases.filter((one) => one.state !== 'open' && !hasResult(one))
  return (
    <Page view={view} title={t.title} section="voices" description={t.lead}>
      <Masthead title={t.title} lead={t.lead} />
      <Part view={view} id="open" title={t.open}>
        {open.length ? (
          <CaseEntries view={view} cases={open} />
        ) : (
          <EmptyState title={t.noneOpen}>
            <p>{t.noneOpenHint}</p>
            <p>
              <a href={at(view, voiceUrls.write)}>{publicWords[view.locale].write}</a>
            </p>
          </EmptyState>
        )}
      </Part>
      {waiting.length > 0 && (
        <Part view={view} id="waiting" title={t.waiting}>
          <CaseEntries view={view} cases={waiting} />
        </Part>
      )}
      {done.length > 0 && (
        <Part view={view} id="results" title={t.results}>
          <CaseEntries view={view} cases={done} />
        </Part>
      )}
    </Page>
  )
}

function CaseEntries({ view, cases }: ListProps) {
  const t = wordsOf(view)
  const lang = japanese(view)
  return (
    <Entries>
      {cases.map((one) => (
        <Entry
          view={view}
          path={hasResult(one) ? urls.result(one.number) : urls.one(one.number)}
          title={one.title}
          {...(lang && { lang })}
          facts={
            hasResult(one)
              ? [[t.result, t.publishedOn(day(view, one.publishedOn))]]
              : [[t.period, t.from(day(view, one.opensOn), day(view, one.closesOn))]]
          }
        />
      ))}
    </Entries>
  )
}
