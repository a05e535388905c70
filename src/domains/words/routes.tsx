import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { readCsv, writeCsv } from '#platform/csv.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { Unreadable } from '#platform/office/unreadable.ts'
import { found, Refused } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { add, addExamples, change, may, remove, takeIn } from './actions.ts'
import { wordForm } from './forms.ts'
import { deskWords } from './messages/desk.ts'
import { WordPage, WordsPage, type WordsProps } from './pages/desk.tsx'
import { type ListFault, listFaults, listRows, readList } from './rules/list.ts'
import { wordById, words } from './store/words.ts'
import { urls } from './urls.ts'
import type { Word } from './word.ts'
import { standing, workflow } from './workflow.ts'

type Here = Context<Env>

/** /desk/words: the list that the city keeps, one by one or by file. */
export const routes = new Hono<Env>()
  .get(urls.list, async (c) => {
    may(c.var.ctx, 'read')
    return list(c, {})
  })
  .post(urls.list, async (c) => {
    may(c.var.ctx, 'keep')
    const form = fill(wordForm, await c.req.parseBody())
    const { values } = form
    if (!values) return list(c, { form }, 422)
    const fault = await faultIn(c, () => add(c.var.ctx, values))
    return fault === null ? onward(c, 'added') : list(c, { form, fault }, 422)
  })
  .get(urls.file, async (c) => {
    may(c.var.ctx, 'read')
    return c.body(writeCsv(listRows(await words(c.var.ctx.db))), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="words.csv"',
    })
  })
  .post(urls.takeIn, async (c) => {
    may(c.var.ctx, 'keep')
    const d = deskWords(c.var.view)
    const { file } = await c.req.parseBody()
    if (!(file instanceof File) || file.size === 0) return list(c, { fileFault: d.noFile }, 422)
    const rows = rowsIn(new Uint8Array(await file.arrayBuffer()))
    if (!rows) return list(c, { fileFault: d.unreadable }, 422)
    const { entries, faults } = readList(rows)
    if (faults.length) return list(c, { lineFaults: faults }, 422)
    const { added, changed } = await takeIn(c.var.ctx, entries)
    return onward(c, added + changed ? 'taken' : 'same')
  })
  .post(urls.examples, async (c) => {
    const { added } = await addExamples(c.var.ctx)
    return onward(c, added ? 'taken' : 'same')
  })
  .get(urls.one(':id'), async (c) => {
    const word = await wordAt(c)
    const { word: text, instead, why, within } = word
    const form = blank(wordForm, { word: text, instead, why, within: within.join('\n') })
    return c.html(<WordPage view={c.var.view} word={word} form={form} />)
  })
  .post(urls.one(':id'), async (c) => {
    const word = await wordAt(c)
    const body = await c.req.parseBody()
    const form = fill(wordForm, body)
    const { values } = form
    const again = (fault?: string) =>
      c.html(<WordPage view={c.var.view} word={word} form={form} {...(fault && { fault })} />, 422)
    if (!values) return again()
    const version = Number(body.version)
    const fault = await faultIn(c, () => change(c.var.ctx, word.id, version, values))
    return fault === null ? onward(c, 'changed') : again(fault)
  })
  .post(urls.remove(':id'), async (c) => {
    const word = await wordAt(c)
    const { version } = await c.req.parseBody()
    await remove(c.var.ctx, word.id, Number(version))
    return onward(c, 'removed')
  })

async function wordAt(c: Here): Promise<Word> {
  may(c.var.ctx, 'keep')
  return found(await wordById(c.var.ctx.db, c.req.param('id') ?? ''))
}

const onward = (c: Here, done: string) =>
  c.redirect(at(c.var.view, `${urls.list}?done=${done}`), 303)

type Shown = Partial<Omit<WordsProps, 'form'>> & { readonly form?: Filled<typeof wordForm> }
async function list(c: Here, shown: Shown, status: 200 | 422 = 200) {
  const { ctx, view } = c.var
  const props = {
    view,
    words: await words(ctx.db),
    mayKeep: permit(workflow, 'keep', standing(ctx.actor), nothing).ok,
    done: c.req.query('done') ?? null,
    form: blank(wordForm),
  }
  return c.html(<WordsPage {...props} {...shown} />, status)
}

/** A refusal that belongs to the field of the word, in words; other refusals go on. */
async function faultIn(c: Here, act: () => Promise<void>): Promise<string | null> {
  const d = deskWords(c.var.view)
  try {
    await act()
    return null
  } catch (thrown) {
    if (!(thrown instanceof Refused) || thrown.refusal.kind !== 'refused') throw thrown
    const { reason, place = '' } = thrown.refusal
    if (reason === 'word-exists') return d.exists
    const fault = listFaults.find((one) => reason === `word-${one}`)
    if (!fault) throw thrown
    return (d.faults[fault satisfies ListFault] as (found: string) => string)(place)
  }
}

/** Undefined where it is no text at all. */
function rowsIn(bytes: Uint8Array) {
  try {
    return readCsv(bytes).rows
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown
    return undefined
  }
}
