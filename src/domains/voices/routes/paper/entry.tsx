import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { found } from '#platform/result.ts'
import { keepDraft, leaveOut, personIn, take } from '../../actions/entries.ts'
import { handOver, openSlips, slipsOf } from '../../actions/slips.ts'
import { typedSoFar } from '../../actions/waiting.ts'
import { leaveOutForm, type TypedForm, typedForm } from '../../forms/paper.ts'
import { EntryPage, TakenPage } from '../../pages/paper/entry.tsx'
import type { EntryId } from '../../paper.ts'
import { slipsPdf } from '../../paper-files.ts'
import * as store from '../../store/entries.ts'
import { voiceById } from '../../store/voices.ts'
import { paperUrls } from '../../urls.ts'
import { attempt, bodyOf, type DeskContext, onward, said, versionIn } from '../desk-lookup.ts'
import { toNext } from './begin.tsx'
import { districtOptions, entryAt, faultWords, madeBy, paperDesk } from './lookup.ts'
import { sendPage } from './page.ts'
import { sendPdf } from './slips.ts'

interface Back {
  readonly form?: TypedForm
  readonly faults?: Readonly<Record<string, string>>
  readonly out?: Filled<typeof leaveOutForm>
}

/** What most letters are; the last two questions nobody answers for the sender. */
const usual = { language: 'ja', sender: 'individual' } as const

/** What somebody left half-written; a field that is empty in it is as nobody had touched it. */
const written = (draft: Readonly<Record<string, string>> | null) =>
  Object.fromEntries(Object.entries(draft ?? {}).filter(([, text]) => text !== ''))

async function entryPage(c: DeskContext, back: Back = {}) {
  const { entry, batch } = await entryAt(c)
  const { ctx } = c.var
  if (entry.state === 'taken') return onward(c, paperUrls.entryStep(entry.id, 'taken'), 'taken')
  if (entry.state === 'left-out') return onward(c, paperUrls.batch(batch.id), 'left-out')
  const before = c.req.query('before') ?? ''
  return c.html(
    <EntryPage
      {...paperDesk(c)}
      entry={entry}
      batch={batch}
      count={await store.countOf(ctx.db, batch.id)}
      scans={await store.scansOf(ctx.db, entry.id)}
      form={back.form ?? blank(typedForm, { ...usual, ...written(typedSoFar(ctx, entry)) })}
      districts={await districtOptions(c)}
      faults={faultWords(c, back.faults ?? {})}
      out={back.out}
      {...(/^V\d{4}-\d{4,9}-\d$/.test(before) && { before })}
    />,
    back.form || back.out ? 422 : 200,
  )
}

/** Takes the sheet in; comes back with every fault at its field, and with all that was typed. */
async function takeFrom(c: DeskContext) {
  const { entry, batch } = await entryAt(c)
  const form = fill(typedForm, await bodyOf(c))
  const { values } = form
  if (!values) return entryPage(c, { form })
  const { faults } = personIn(values)
  if (Object.keys(faults).length) return entryPage(c, { form, faults })
  const seen = { id: entry.id, version: Number(values.version) }
  const taken = await attempt(() => take(c.var.ctx, seen, values))
  if ('refusal' in taken) {
    const { reason, place = 'text' } = taken.refusal
    return entryPage(c, { form, faults: { [place]: reason } })
  }
  if (batch.isSingle) return onward(c, paperUrls.entryStep(entry.id, 'taken'), 'taken')
  return toNext(c, batch.id, entry.position, `?before=${taken.done.voice.number}`)
}

const entry = paperUrls.entry(':id' as EntryId)
const step = (name: 'taken' | 'slip.pdf' | 'handed' | 'out') => `${entry}/${name}` as const

/** 打ち込む: one sheet, its pages, and what its sender gets. */
export const entryRoutes = new Hono<Env>()
  .get(entry, (c) => entryPage(c))
  .post(entry, async (c) => {
    const body = await bodyOf(c)
    if (said(body, 'do') !== 'keep') return takeFrom(c)
    const { entry: one, batch } = await entryAt(c)
    const { raw } = fill(typedForm, body)
    await keepDraft(c.var.ctx, { id: one.id, version: Number(raw.version) }, raw)
    return onward(c, paperUrls.batch(batch.id), 'kept')
  })
  .post(step('out'), async (c) => {
    const { entry: one, batch } = await entryAt(c)
    const body = await bodyOf(c)
    const out = fill(leaveOutForm, body)
    if (!out.values) return entryPage(c, { out })
    await leaveOut(c.var.ctx, { id: one.id, version: versionIn(body) }, out.values.why)
    return toNext(c, batch.id, one.position, '?done=left-out')
  })
  .get(step('taken'), async (c) => {
    const { entry: one } = await entryAt(c)
    const voice = found(
      one.state === 'taken' ? await voiceById(c.var.ctx.db, one.voice) : undefined,
    )
    const [slip] = await slipsOf(c.var.ctx, [one])
    return c.html(
      <TakenPage {...paperDesk(c)} entry={one} voice={voice} phrase={slip?.phrase ?? null} />,
    )
  })
  // Making it opens addresses, and is recorded: a GET changes nothing.
  .post(step('slip.pdf'), async (c) => {
    const { entry: one } = await entryAt(c)
    const slips = await openSlips(c.var.ctx, [one])
    return sendPdf(c, 'slip', await slipsPdf(await madeBy(c), slips))
  })
  .post(step('handed'), async (c) => {
    const { entry: one } = await entryAt(c)
    await handOver(c.var.ctx, [one])
    return onward(c, paperUrls.entryStep(one.id, 'taken'), 'handed')
  })
  .get(`${entry}/pages/:page`, async (c) => {
    const { entry: one } = await entryAt(c)
    return sendPage(c, one.id)
  })
