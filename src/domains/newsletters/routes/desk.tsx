import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { chosenSpans } from '#design/marked.tsx'
import { at, languageOf } from '#design/view.ts'
import { chosenDistrict, districts } from '#domains/districts/index.ts'
import { tallyOf } from '#domains/notices/index.ts'
import { avoidedWords } from '#domains/words/index.ts'
import { localDate } from '#platform/calendar.ts'
import { type Body, blank, type Filled, fill } from '#platform/form.ts'
import { found, Refused } from '#platform/result.ts'
import { plain } from '#platform/ruby.ts'
import { nothing, offered, permit } from '#platform/workflow.ts'
import { send, testSend } from '../actions/send.ts'
import { approve, drop, edit, mask, may, sendBack, submit, write } from '../actions/write.ts'
import { issueForm } from '../forms.ts'
import { issueKind, saidOf } from '../kinds.ts'
import { messages } from '../messages/public.ts'
import { type Issue, tongues, writtenIn } from '../newsletter.ts'
import { DeskListPage, WritePage } from '../pages/desk.tsx'
import { CheckPage, DeskIssuePage, type Tally } from '../pages/issue.tsx'
import { PreviewPage, SendPage } from '../pages/send.tsx'
import { partsOf } from '../rules.ts'
import { allIssues, issueById } from '../store/issues.ts'
import { leftBetween, recipientCount } from '../store/subscribers.ts'
import { termsOn } from '../store/terms.ts'
import { working } from '../terms.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import { districtsIn } from './districts.ts'
import { topicRoutes } from './topics.tsx'
import { filledFrom, halvesIn, issueIn } from './words.ts'

type Here = Context<Env>
const day = 24 * 60 * 60_000

export function deskRoutes() {
  const termsNow = (c: Here) => termsOn(c.var.ctx.db, localDate(c.var.ctx.now))
  const bodyOf = (c: Here): Promise<Body> => c.req.parseBody({ all: true })
  const onward = (c: Here, path: string, done: string) =>
    c.redirect(at(c.var.view, `${path}?done=${done}`), 303)
  const issueAt = async (c: Here): Promise<Issue> => {
    may(c.var.ctx, 'read')
    return found(await issueById(c.var.ctx.db, c.req.param('id') ?? ''))
  }
  const offersOf = (c: Here, issue: Issue) =>
    offered(workflow, standing(c.var.ctx.actor, issue), issue)
  const doneIn = (c: Here) => c.req.query('done') ?? null

  async function tallyFor({ var: { ctx } }: Here, issue: Issue): Promise<Tally | null> {
    if (!issue.sentAt) return null
    const by = await tallyOf(ctx.db, issue.id, issueKind.name)
    const until = new Date(+issue.sentAt + working.leavingDays * day)
    return {
      sent: by.sent ?? 0,
      waiting: (by.waiting ?? 0) + (by.sending ?? 0),
      bounced: (by.bounced ?? 0) + (by.failed ?? 0),
      left: await leftBetween(ctx.db, issue.sentAt, until),
    }
  }

  async function show(c: Here, issue: Issue, reasonMissing = false) {
    const { ctx, view } = c.var
    const props = {
      view,
      issue,
      terms: await termsNow(c),
      districtName: (await districtsIn(c)).districtName,
      offers: offersOf(c, issue),
      count: await recipientCount(ctx.db, issue.segment, ctx.now),
      marks: partsOf(issue.content, await avoidedWords(ctx.db)).reduce(
        (sum, { spans }) => sum + spans.length,
        0,
      ),
      tally: await tallyFor(c, issue),
      isAuthor: issue.authors.includes(ctx.actor.id),
      done: doneIn(c),
      reasonMissing,
    }
    return c.html(<DeskIssuePage {...props} />, reasonMissing ? 422 : 200)
  }

  async function check(c: Here, issue: Issue, unread = false) {
    const parts = partsOf(issue.content, await avoidedWords(c.var.ctx.db))
    const props = { view: c.var.view, issue, parts, offers: offersOf(c, issue), done: doneIn(c) }
    return c.html(<CheckPage {...props} unread={unread} />, unread ? 422 : 200)
  }

  /** Written anew or edited: the form, what it says, or the page with its faults. */
  async function written(c: Here, of?: Issue) {
    const { view } = c.var
    const terms = await termsNow(c)
    const body = await bodyOf(c)
    const { choices } = await districtsIn(c)
    const form = fill(issueForm(choices), body)
    const halves = halvesIn(form)
    const made = form.values && issueIn(form.values, view.origin)
    const badLinks = form.values !== undefined && made === undefined
    if (made && !halves.length) return { ...made, version: Number(body.version) }
    const again = { view, form, terms, choices, halves, badLinks, ...(of && { of }) }
    return c.html(<WritePage {...again} />, 422)
  }

  const looked = async (c: Here, step: typeof submit) => {
    const issue = await issueAt(c)
    const { looked } = await bodyOf(c)
    try {
      await step(c.var.ctx, issue.id, looked === 'yes')
      return issue
    } catch (thrown) {
      if (thrown instanceof Refused && thrown.message === 'marks-unread')
        return check(c, issue, true)
      throw thrown
    }
  }

  return new Hono<Env>()
    .get(urls.desk, async (c) => {
      const { ctx, view } = c.var
      may(ctx, 'read')
      const issues = await allIssues(ctx.db, 200)
      const mayWrite = permit(workflow, 'write', standing(ctx.actor), nothing).ok
      const terms = await termsNow(c)
      const { districtName } = await districtsIn(c)
      const props = { view, issues, terms, districtName, mayWrite, done: doneIn(c) }
      return c.html(<DeskListPage {...props} />)
    })
    .get(urls.fresh, async (c) => {
      may(c.var.ctx, 'write')
      const terms = await termsNow(c)
      const { choices } = await districtsIn(c)
      const form = blank(issueForm(choices))
      return c.html(<WritePage view={c.var.view} form={form} terms={terms} choices={choices} />)
    })
    .post(urls.fresh, async (c) => {
      may(c.var.ctx, 'write')
      const made = await written(c)
      if (made instanceof Response) return made
      return onward(c, urls.one(await write(c.var.ctx, made.content, made.segment)), 'saved')
    })
    .route('/', topicRoutes)
    .get(urls.one(':id'), async (c) => show(c, await issueAt(c)))
    .get(urls.edit(':id'), async (c) => {
      const issue = await issueAt(c)
      if (!offersOf(c, issue).has('edit')) return onward(c, urls.one(issue.id), 'locked')
      const terms = await termsNow(c)
      const { choices } = await districtsIn(c)
      const all = await districts(c.var.ctx.db)
      const chosen = chosenDistrict(all, issue.segment.district, localDate(c.var.ctx.now))
      const form: Filled<ReturnType<typeof issueForm>> = filledFrom(issue, chosen, choices)
      const props = { view: c.var.view, form, terms, choices, of: issue }
      return c.html(<WritePage {...props} />)
    })
    .post(urls.edit(':id'), async (c) => {
      const issue = await issueAt(c)
      const made = await written(c, issue)
      if (made instanceof Response) return made
      await edit(c.var.ctx, issue.id, made.version, made.content, made.segment)
      return onward(c, urls.one(issue.id), 'saved')
    })
    .get(urls.check(':id'), async (c) => check(c, await issueAt(c)))
    .post(urls.step(':id', 'mask'), async (c) => {
      const issue = await issueAt(c)
      const body = await bodyOf(c)
      const places = (count: number) =>
        chosenSpans(
          body,
          Array.from({ length: count }, (_, i) => i),
        )
      const seen = String(body.places ?? '')
      await mask(c.var.ctx, issue.id, String(body.part ?? ''), seen, places)
      return onward(c, urls.check(issue.id), 'masked')
    })
    .post(urls.step(':id', 'submit'), async (c) => {
      const done = await looked(c, submit)
      return done instanceof Response ? done : onward(c, urls.one(done.id), 'submitted')
    })
    .post(urls.step(':id', 'approve'), async (c) => {
      const done = await looked(c, approve)
      return done instanceof Response ? done : onward(c, urls.one(done.id), 'approved')
    })
    .post(urls.step(':id', 'back'), async (c) => {
      const issue = await issueAt(c)
      const reason = String((await bodyOf(c)).reason ?? '').slice(0, 500)
      if (!reason.trim()) return show(c, issue, true)
      await sendBack(c.var.ctx, issue.id, reason)
      return onward(c, urls.one(issue.id), 'back')
    })
    .post(urls.step(':id', 'test'), async (c) => {
      const { id } = await issueAt(c)
      await testSend(c.var.ctx, id)
      return onward(c, urls.one(id), 'tested')
    })
    .post(urls.step(':id', 'drop'), async (c) => {
      const { id } = await issueAt(c)
      await drop(c.var.ctx, id)
      return onward(c, urls.desk, 'dropped')
    })
    .get(urls.mail(':id'), async (c) => {
      const issue = await issueAt(c)
      const mails = tongues
        .filter((tongue) => writtenIn(issue.content, tongue).tongue === tongue)
        .map((tongue) => ({
          language: messages[tongue].subscribe.languages[tongue],
          lang: languageOf(tongue),
          text: mailIn(issue, tongue, c.var.view.origin),
        }))
      return c.html(<PreviewPage view={c.var.view} issue={issue} mails={mails} />)
    })
    .get(urls.send(':id'), async (c) => {
      const { ctx, view } = c.var
      const issue = await issueAt(c)
      // A button that would be refused is not shown.
      if (!offersOf(c, issue).has('send')) return onward(c, urls.one(issue.id), 'early')
      const count = await recipientCount(ctx.db, issue.segment, ctx.now)
      const { districtName } = await districtsIn(c)
      const props = { view, issue, count, districtName, terms: await termsNow(c) }
      return c.html(<SendPage {...props} />)
    })
    .post(urls.send(':id'), async (c) => {
      const { id } = await issueAt(c)
      await send(c.var.ctx, id, Number((await bodyOf(c)).count))
      return onward(c, urls.one(id), 'sending')
    })
}

/** Subject and text as a plain mail has them. */
function mailIn({ id, content }: Issue, tongue: (typeof tongues)[number], origin: string): string {
  const { subject, body = [], links = [] } = issueKind.words(tongue, saidOf(content))
  return plain(
    [
      subject,
      ...body,
      ...links.map(({ text, path }) => `${text}\n${origin}${path}`),
      `${origin}${urls.issue(id)}`,
    ].join('\n\n'),
  )
}
