import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { spotText } from '#domains/districts/index.ts'
import { namesOf } from '#domains/staff/index.ts'
import { blank, fill } from '#platform/form.ts'
import { confirm, correct, openToCompare } from '../../actions/check.ts'
import { personIn } from '../../actions/entries.ts'
import { type TypedForm, typedForm } from '../../forms/paper.ts'
import { ChecksPage, ComparePage } from '../../pages/paper/check.tsx'
import type { Entry, EntryId } from '../../paper.ts'
import { scansOf, toCheck } from '../../store/entries.ts'
import { numbersOf } from '../../store/numbers.ts'
import { paperUrls } from '../../urls.ts'
import { attempt, bodyOf, type DeskContext, onward, said } from '../desk-lookup.ts'
import { districtOptions, entryAt, faultWords, paperDesk } from './lookup.ts'

type Taken = Extract<Entry, { state: 'taken' }>
const listed = 100

async function checksPage(c: DeskContext) {
  const { ctx } = c.var
  const desk = paperDesk(c)
  const entries = (await toCheck(ctx.db, ctx.actor.id, listed)).filter(
    (one): one is Taken => one.state === 'taken',
  )
  const numbers = await numbersOf(
    ctx.db,
    entries.map(({ voice }) => voice),
  )
  const names = await namesOf(
    ctx.db,
    entries.map(({ typedBy }) => typedBy),
  )
  const lines = entries.map((entry) => ({
    entry,
    number: numbers.get(entry.voice) ?? '',
    typist: names.get(entry.typedBy) ?? '—',
  }))
  return c.html(<ChecksPage {...desk} lines={lines} />)
}

/** The page is an answer to a question that was recorded, and has no address of its own. */
async function comparePage(
  c: DeskContext,
  id: EntryId,
  back: { readonly form?: TypedForm; readonly faults?: Readonly<Record<string, string>> } = {},
) {
  const { entry, voice, original, person } = await openToCompare(c.var.ctx, id)
  const known = {
    ...original,
    ...person,
    point: original.point ? spotText(original.point) : '',
    district: voice.district,
    ageBand: voice.ageBand,
    language: voice.language,
    sender: voice.sender,
    replyBy: voice.replyBy,
    mayPublish: voice.mayPublish ? 'yes' : 'no',
  }
  return c.html(
    <ComparePage
      {...paperDesk(c)}
      entry={entry}
      voice={voice}
      scans={await scansOf(c.var.ctx.db, id)}
      form={back.form ?? blank(typedForm, known)}
      districts={await districtOptions(c)}
      faults={faultWords(c, back.faults ?? {})}
    />,
    back.form ? 422 : 200,
  )
}

/** 二人目の確認 */
export const checkRoutes = new Hono<Env>()
  .get(paperUrls.checks, checksPage)
  .post(paperUrls.check(':id' as EntryId), async (c) => {
    const { entry } = await entryAt(c)
    const body = await bodyOf(c)
    const form = fill(typedForm, body)
    const seen = { id: entry.id, version: Number(form.raw.version) }
    const what = said(body, 'do')
    if (what === 'confirm') {
      await confirm(c.var.ctx, seen)
      return onward(c, paperUrls.checks, 'confirmed')
    }
    if (what !== 'correct') return comparePage(c, entry.id)
    const { values } = form
    if (!values) return comparePage(c, entry.id, { form })
    const { faults } = personIn(values)
    if (Object.keys(faults).length) return comparePage(c, entry.id, { form, faults })
    const done = await attempt(() => correct(c.var.ctx, seen, values))
    if ('refusal' in done) {
      const { reason, place = 'text' } = done.refusal
      return comparePage(c, entry.id, { form, faults: { [place]: reason } })
    }
    return onward(c, paperUrls.checks, 'corrected')
  })
