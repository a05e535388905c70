import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { faultsIn } from '#design/messages/faults.ts'
import { blank, type Fields, type Filled, fill } from '#platform/form.ts'
import { pdfTexts } from '#platform/pdf/raster.ts'
import { Refused } from '#platform/result.ts'
import { readWord, Unreadable } from '#platform/word.ts'
import { attempt, bodyOf, onward, versionIn } from '../../routes/desk-lookup.ts'
import { filesIn } from '../../routes/paper/lookup.ts'
import { addFile, callBack, extend, makeReady, takeDraft } from '../actions/cases.ts'
import { archive, conclude, giveBack, publish, submit } from '../actions/conclude.ts'
import type { Seen } from '../actions/step.ts'
import { type CaseId, isAnnounced } from '../case.ts'
import { concludeForm, draftForm, extendForm, giveBackForm } from '../forms.ts'
import { type CaseForm, DeskCasePage } from '../pages/desk/case.tsx'
import { PreviewPage } from '../pages/desk/preview.tsx'
import { draftFrom } from '../rules/pages.ts'
import { textOf } from '../rules/passages.ts'
import { lacking } from '../rules/result.ts'
import { caseFiles, passagesOf } from '../store/cases.ts'
import { resultOf } from '../store/result.ts'
import { urls } from '../urls.ts'
import type { CommentAction } from '../workflow.ts'
import { type C, caseAt, mustOffer, sayReason, type Worked } from './lookup.ts'

const step = (name: string) => urls.step(':id' as CaseId, name)

/** What is taken as a document of the case; nothing that a browser would run. */
const fileKinds: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
}

/** One case and its steps, from the draft to the published result. */
export const stepRoutes = new Hono<Env>()
  .get(urls.work(':id' as CaseId), async (c) => show(c, await caseAt(c)))
  .get(urls.preview(':id' as CaseId), async (c) => {
    const { desk, one } = await caseAt(c)
    if (!isAnnounced(one)) throw new Refused({ kind: 'not-found' })
    const result = await resultOf(c.var.ctx.db, one)
    return c.html(<PreviewPage {...desk} one={one} {...result} />)
  })
  .post(step('draft'), async (c) => {
    const { worked, body, seen } = await begun(c, 'takeDraft')
    const [word] = filesIn(body, 'word')
    const [printed] = filesIn(body, 'pdf')
    const read = printed ? await pdfText(printed) : word && (await wordText(word))
    const field = printed ? 'pdf' : 'word'
    if ((printed || word) && !read) {
      const reason = read === '' ? 'comment-pdf-no-text' : `comment-not-${field}`
      return show(c, worked, { refused: { [field]: sayReason(c, reason) } }, 422)
    }
    const form = fill(draftForm, read === undefined ? body : { text: read })
    if (!form.values) return show(c, worked, { forms: { draft: form } }, 422)
    const { text } = form.values
    return on(c, worked, () => takeDraft(c.var.ctx, seen, text), 'drafted', { draft: form })
  })
  .post(step('files'), async (c) => {
    const { worked, body } = await begun(c, 'addFile')
    const [file] = filesIn(body, 'file')
    const kind = fileKinds[file?.name.split('.').at(-1)?.toLowerCase() ?? '']
    const reason = file ? 'comment-file-kind' : 'comment-file-empty'
    if (!file || !kind) return show(c, worked, { refused: { file: sayReason(c, reason) } }, 422)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { name } = file
    await addFile(c.var.ctx, c.var.files, worked.one.id, { name, mediaType: kind, bytes })
    return onward(c, urls.work(worked.one.id), 'filed')
  })
  .post(step('ready'), async (c) => {
    const { worked, seen } = await begun(c, 'ready')
    return on(c, worked, () => makeReady(c.var.ctx, seen), 'ready')
  })
  .post(step('call-back'), async (c) => {
    const { worked, seen } = await begun(c, 'callBack')
    return on(c, worked, () => callBack(c.var.ctx, seen), 'called-back')
  })
  .post(step('extend'), async (c) => {
    const { worked, body, seen } = await begun(c, 'extend')
    const form = fill(extendForm, body)
    const { closesOn, reason } = form.values ?? {}
    if (!closesOn || !reason) {
      const missing = closesOn ? {} : { closesOn: faultsIn(c.var.view).required }
      return show(c, worked, { forms: { extend: form }, refused: missing }, 422)
    }
    const act = () => extend(c.var.ctx, seen, { closesOn, reason })
    return on(c, worked, act, 'extended', { extend: form })
  })
  .post(step('conclude'), async (c) => {
    const { worked, body, seen } = await begun(c, 'conclude')
    const form = fill(concludeForm, body)
    const { values } = form
    if (!values) return show(c, worked, { forms: { conclude: form } }, 422)
    const act = () => conclude(c.var.ctx, seen, values)
    return on(c, worked, act, 'concluded', { conclude: form })
  })
  .post(step('submit'), async (c) => {
    const { worked, seen } = await begun(c, 'submit')
    return on(c, worked, () => submit(c.var.ctx, seen), 'submitted')
  })
  .post(step('publish'), async (c) => {
    const { worked, seen } = await begun(c, 'publish')
    return on(c, worked, () => publish(c.var.ctx, seen), 'published')
  })
  .post(step('give-back'), async (c) => {
    const { worked, body, seen } = await begun(c, 'giveBack')
    const form = fill(giveBackForm, body)
    const { reason } = form.values ?? {}
    if (!reason) return show(c, worked, { forms: { giveBack: form } }, 422)
    return on(c, worked, () => giveBack(c.var.ctx, seen, reason), 'given-back')
  })
  .post(step('archive'), async (c) => {
    const { worked, seen } = await begun(c, 'archive')
    return on(c, worked, () => archive(c.var.ctx, seen), 'archived')
  })

async function begun(c: C, action: CommentAction) {
  const worked = await caseAt(c)
  mustOffer(c, worked, action)
  const body = await bodyOf(c)
  const seen: Seen = { id: worked.one.id, version: versionIn(body) }
  return { worked, body, seen }
}

type Forms = Partial<Record<CaseForm, Filled<Fields>>>
interface Typed {
  readonly forms?: Forms
  readonly refused?: Readonly<Record<string, string>>
}

/** Fields of the page at which a rule's word can stand; any other stands on top. */
const placed = new Set(['text', 'closesOn', 'final'])

async function on(
  c: C,
  worked: Worked,
  act: () => Promise<unknown>,
  done: string,
  forms: Forms = {},
) {
  const kept = await attempt(act)
  if ('done' in kept) return onward(c, urls.work(worked.one.id), done)
  const { place = '', reason } = kept.refusal
  const at = placed.has(place) && Object.keys(forms).length ? place : 'step'
  return show(c, worked, { forms, refused: { [at]: sayReason(c, reason) } }, 422)
}

async function show(
  c: C,
  { desk, one, offers }: Worked,
  { forms = {}, refused = {} }: Typed = {},
  status: 200 | 422 = 200,
) {
  const { db } = c.var.ctx
  const { draft, rows, categories } = await resultOf(db, one)
  const final = await passagesOf(db, one.id, 'final')
  const known = { final: textOf(final.length ? final : draft), note: one.resultNote }
  return c.html(
    <DeskCasePage
      {...desk}
      one={one}
      offers={offers}
      draft={draft}
      files={await caseFiles(db, one.id)}
      categories={categories}
      opinions={rows.length}
      lacking={rows.filter((row) => lacking(row).length).length}
      forms={{
        draft: blank(draftForm, { text: textOf(draft) }),
        extend: blank(extendForm),
        giveBack: blank(giveBackForm),
        conclude: blank(concludeForm, known),
        ...forms,
      }}
      refused={refused}
    />,
    status,
  )
}

/** The words of a printed draft with their pages and lines; empty of pictures, undefined for what is no PDF. */
async function pdfText(file: File): Promise<string | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pages = await pdfTexts(bytes).catch(() => undefined)
  return pages && draftFrom(pages)
}

/** The document's paragraphs, its headings as ours; undefined for what is no Word document. */
async function wordText(file: File): Promise<string | undefined> {
  try {
    const { blocks } = await readWord(new Uint8Array(await file.arrayBuffer()))
    return blocks
      .flatMap((block) =>
        block.kind === 'paragraph'
          ? [/^heading/i.test(block.style ?? '') ? `# ${block.text}` : block.text]
          : block.rows.map((row) => row.join('  ')),
      )
      .filter(Boolean)
      .join('\n\n')
  } catch (thrown) {
    if (thrown instanceof Unreadable) return undefined
    throw thrown
  }
}
