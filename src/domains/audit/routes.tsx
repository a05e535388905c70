import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { View } from '#design/view.ts'
import { namesOf } from '#domains/staff/index.ts'
import { localDate } from '#platform/calendar.ts'
import { writeCsv } from '#platform/csv.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import {
  type LedgerAsked,
  type LedgerEntry,
  lastOf,
  ledgerCount,
  ledgerEntries,
  ledgerNames,
  ledgerPage,
  streamed,
} from '#platform/ledger-read.ts'
import { exportLines } from '#platform/ledger-tree-file.ts'
import { headsOf } from '#platform/ledger-tree-heads.ts'
import { found, Refused } from '#platform/result.ts'
import { amountOf, dueOf, type Retention, retentionFact } from '#platform/retention.ts'
import { siteProfile } from '#platform/site.ts'
import { may, mayDo, setTerm } from './actions.ts'
import { type LedgerFilter, noOpenings } from './audit.ts'
import { readBefore, readDay, readFilter, termForm } from './forms.ts'
import { deskWords, detailInWords, factInWords } from './messages/desk.ts'
import { whoIs } from './pages/frame.tsx'
import { HeadsPage } from './pages/heads.tsx'
import { LedgerPage, type LedgerProps, OpenedPage } from './pages/ledger.tsx'
import { RetentionPage, TermPage, type TermProps } from './pages/retention.tsx'
import { retentionTerms, termsOn } from './store.ts'
import { urls } from './urls.ts'

const pageSize = 100
/** Further than this nobody counts: it is said that there are more. */
const mostCounted = 10_000
const headsShown = 60

type C = Context<Env>
const words = ({ var: { view } }: C) => deskWords[view.locale]

const askedFor = ({ person, subject, kind, from, until }: LedgerFilter): LedgerAsked => ({
  actor: person || undefined,
  subject: subject || undefined,
  fact: kind || undefined,
  from: from ?? undefined,
  until: until ?? undefined,
})

/** 監査: the ledger, its heads, and how long things are kept. The shell knows the classes of all chapters. */
export const routes = (retentions: readonly Retention[]) =>
  new Hono<Env>()
    .get(urls.heads, async (c) => {
      const { view, ctx } = c.var
      const before = readDay(c.req.query('before'))
      const heads = await headsOf(ctx.db, { before, limit: headsShown + 1 })
      const shown = heads.slice(0, headsShown)
      const next = heads.length > headsShown ? (shown.at(-1)?.day ?? null) : null
      // Whether a day is missing depends on today, which no fact tells: the page is not kept here.
      c.header('cache-control', 'public, max-age=0, s-maxage=60, must-revalidate')
      return c.html(
        <HeadsPage view={view} heads={shown} isNewest={before === undefined} before={next} />,
      )
    })
    .get(urls.ledger, async (c) => {
      may(c.var.ctx.actor, 'readLedger')
      const { props, status } = await listed(c, false, retentions)
      return c.html(<LedgerPage {...props} />, status)
    })
    .get(urls.opened, async (c) => {
      may(c.var.ctx.actor, 'readOpenings')
      const { props, status } = await listed(c, true, retentions)
      return c.html(<OpenedPage {...props} />, status)
    })
    .get(urls.csv, async (c) => {
      const { ctx } = c.var
      may(ctx.actor, 'takeLedger')
      const { filter } = readFilter(c.req.query())
      if (!filter) throw new Refused({ kind: 'refused', reason: 'bad-request' })
      return file(c, 'ledger.csv', 'text/csv; charset=utf-8', csvOf(c, filter))
    })
    .get(urls.lines, async (c) => {
      const { ctx } = c.var
      may(ctx.actor, 'takeLedger')
      const { filter } = readFilter(c.req.query())
      if (!filter) throw new Refused({ kind: 'refused', reason: 'bad-request' })
      const { code, name } = await siteProfile(ctx.db)
      const { from, until } = askedFor(filter)
      const asked = { origin: `${code} ${name.ja}`.trim(), from, until }
      return file(c, 'ledger.jsonl', 'application/jsonl', exportLines(ctx.db, asked))
    })
    .get(urls.retention, async (c) => {
      const { view, ctx } = c.var
      may(ctx.actor, 'readRetention')
      return c.html(
        <RetentionPage
          view={view}
          w={words(c)}
          actor={ctx.actor}
          due={await dueOf(ctx, retentions, termsOn)}
          terms={await retentionTerms(ctx.db)}
          last={await lastOf(ctx.db, retentionFact)}
          maySet={mayDo(ctx.actor, 'setTerm')}
          isSaved={c.req.query('saved') === '1'}
        />,
      )
    })
    .get(urls.term, async (c) => {
      may(c.var.ctx.actor, 'setTerm')
      const props = await termProps(c, retentions)
      const form = blank(termForm, { amount: amountOf(props.due.kept) })
      return c.html(<TermPage {...props} form={form} />)
    })
    .post(urls.term, async (c) => {
      const { ctx } = c.var
      may(ctx.actor, 'setTerm')
      const w = words(c)
      const props = await termProps(c, retentions)
      const form = withNeeds(fill(termForm, await c.req.parseBody()))
      const again = (fault?: TermProps['fault']) =>
        c.html(<TermPage {...props} form={form} fault={fault} />, 422)
      const { values } = form
      if (!values || values.amount === null || values.from === null) return again()
      const { amount, from, reason } = values
      try {
        await setTerm(ctx, props.due.retention, { amount, from, reason })
      } catch (thrown) {
        if (!(thrown instanceof Refused) || thrown.refusal.kind !== 'refused') throw thrown
        if (thrown.refusal.reason === 'term-not-ahead')
          return again({ field: 'from', text: w.retention.notAhead })
        if (thrown.refusal.reason === 'term-too-long')
          return again({ field: 'amount', text: w.retention.tooLong })
        throw thrown
      }
      return c.redirect(`${prefixOf(c)}${urls.retention}?saved=1`, 303)
    })

const prefixOf = ({ var: { view } }: C) => (view.locale === 'ja' ? '' : `/${view.locale}`)

/** A number and a day that the form takes as empty are needed here. */
function withNeeds(form: Filled<typeof termForm>): Filled<typeof termForm> {
  const empty = (['amount', 'from'] as const).filter(
    (key) => form.raw[key].trim() === '' && !form.faults[key],
  )
  if (empty.length === 0) return form
  const { values: _values, ...rest } = form
  const faults = Object.fromEntries(empty.map((key) => [key, 'required' as const]))
  return { ...rest, faults: { ...form.faults, ...faults } }
}

async function listed(c: C, opened: boolean, retentions: readonly Retention[]) {
  const { view, ctx } = c.var
  const { form, filter } = readFilter(c.req.query())
  const before = readBefore(c.req.query('before'))
  const asked = filter && { ...askedFor(filter), ...(opened && { opened, but: noOpenings }) }
  const entries = asked ? await ledgerPage(ctx.db, asked, { before, limit: pageSize + 1 }) : []
  const count = asked ? await ledgerCount(ctx.db, asked, mostCounted + 1) : 0
  const shown = entries.slice(0, pageSize)
  const { actors, facts } = await ledgerNames(ctx.db)
  const props: LedgerProps = {
    view,
    w: words(c),
    actor: ctx.actor,
    form,
    filter,
    entries: shown,
    count: Math.min(count, mostCounted),
    isMore: count > mostCounted,
    before: entries.length > pageSize ? (shown.at(-1)?.seq ?? null) : null,
    actors,
    facts,
    names: new Map([
      ...classNames(view, retentions),
      ...(await namesIn(c, shown, [...actors, form.raw.person])),
    ]),
  }
  return { props, status: filter ? 200 : 422 } as const
}

/** What was thrown away is called as the page of its term calls it. */
const classNames = ({ locale }: View, retentions: readonly Retention[]) =>
  retentions.map(({ name, said }) => [name, said[locale === 'en' ? 'en' : 'ja'].what] as const)

const namesIn = (
  { var: { ctx } }: C,
  entries: readonly LedgerEntry[],
  more: readonly string[] = [],
) => namesOf(ctx.db, [...new Set([...entries.flatMap((e) => [e.actorId, e.subject]), ...more])])

/** Written while it is read: a ledger of years is never whole in memory. */
async function* csvOf(c: C, filter: LedgerFilter): AsyncGenerator<string> {
  const w = words(c)
  const names = new Map<string, string>()
  yield writeCsv([[w.seq, w.at, w.who, 'id', w.fact, 'fact', w.subject, w.detail, w.basis]])
  for await (const entry of ledgerEntries(c.var.ctx.db, askedFor(filter))) {
    if (!names.has(entry.actorId)) {
      const known = await namesOf(c.var.ctx.db, [entry.actorId])
      names.set(entry.actorId, whoIs({ view: c.var.view, w, names: known }, entry.actorId))
    }
    const row = [
      entry.seq,
      entry.at.toISOString(),
      names.get(entry.actorId) ?? entry.actorId,
      entry.actorId,
      factInWords(w, entry.fact),
      entry.fact,
      entry.subject,
      detailInWords(w, entry.detail),
      entry.basis,
    ]
    // The mark at the beginning stands once, before the names of the columns.
    yield writeCsv([row]).slice(1)
  }
}

const file = (c: C, name: string, type: string, lines: AsyncIterable<string>) => {
  c.header('content-type', type)
  c.header('content-disposition', `attachment; filename="${localDate(c.var.ctx.now)}-${name}"`)
  return c.body(streamed(lines))
}

async function termProps(c: C, retentions: readonly Retention[]) {
  const { view, ctx } = c.var
  const retention = found(retentions.find(({ name }) => name === c.req.param('name')))
  const [due] = await dueOf(ctx, [retention], termsOn)
  const terms = await retentionTerms(ctx.db)
  const names = await namesOf(ctx.db, [...new Set(terms.map(({ setBy }) => setBy))])
  return { view, w: words(c), actor: ctx.actor, due: found(due), terms, names }
}
