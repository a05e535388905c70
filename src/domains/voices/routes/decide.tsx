import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { avoidedWords } from '#domains/words/index.ts'
import { blank, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { found, Refused } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { decide } from '../actions/points.ts'
import { withholdForm } from '../forms/decide.ts'
import { decideWords } from '../messages/decide.ts'
import { DecisionsPage, isPlain } from '../pages/decide/list.tsx'
import { DecisionPage, type DecisionProps } from '../pages/decide/one.tsx'
import { isPhoto } from '../photo.ts'
import { type Point, type PointId, publicTexts, type Redaction, textsOf } from '../point.ts'
import { readPlaceOfPoint } from '../rules/asked.ts'
import {
  findings,
  joined,
  nameOf,
  readStretch,
  suggested,
  tokensOf,
  withGround,
} from '../rules/stretches.ts'
import { filesOf } from '../store/files.ts'
import { photosWaiting } from '../store/photos.ts'
import { pointById } from '../store/points.ts'
import { type Deciding, deciding } from '../store/shown.ts'
import { termsOn } from '../store/terms.ts'
import { voiceById } from '../store/voices.ts'
import { urls } from '../urls.ts'
import { standing, type VoiceAction, workflow } from '../workflow.ts'
import { decideOnPhoto, deskPhotos } from './decide-photo.tsx'
import { deskOf } from './desk-lookup.ts'
import { nextDecision } from './next.ts'
import { tieRoutes } from './tie.tsx'

type C = Context<Env>

const pageLength = 50
/** On a page the points of a voice stand together, as they were split; pages follow the days. */
const byNumber = (a: Deciding, b: Deciding) =>
  a.receivedOn.localeCompare(b.receivedOn) || a.number.localeCompare(b.number) || a.no - b.no
/** Milliseconds: a photo nobody decided on in a year is not waited for any more. */
const yearOfPhotos = 366 * 86_400_000
/** What most words are taken out for. */
const usualGround = 'identifying'

const answered = { state: 'answered' } as const

/** Refuses whoever may not decide anywhere, before anything is said of a point. */
const officeOf = (c: C) => deskOf(c, 'decide', answered)

/** 公表の判断: what waits, and one point at a time. */
export const decideRoutes = new Hono<Env>()
  .get(urls.decisions, async (c) => {
    const desk = officeOf(c)
    const { db, actor, now } = c.var.ctx
    const avoided = await avoidedWords(db)
    const read = await deciding(db, readPlaceOfPoint(c.req.query('after')), pageLength + 1)
    const rows = read.slice(0, pageLength)
    const last = rows.at(-1)
    const next = read.length > pageLength && last ? `${last.receivedOn}~${last.id}` : null
    return c.html(
      <DecisionsPage
        {...desk}
        rows={rows.toSorted(byNumber).map((one) => ({
          ...one,
          findings: findings(textsOf(one), avoided).length,
          isOwn: one.submittedBy === actor.id,
        }))}
        next={next && `${urls.decisions}?after=${encodeURIComponent(next)}`}
        photos={await photosWaiting(db, new Date(+now - yearOfPhotos), pageLength)}
        published={publishedIn(c)}
      />,
    )
  })
  .post(urls.decideAll, async (c) => {
    officeOf(c)
    const { ctx } = c.var
    const avoided = await avoidedWords(ctx.db)
    const { 'point[]': chosen } = await c.req.parseBody({ all: true })
    const counts = { n: 0, left: 0 }
    for (const text of [chosen].flat().filter((one) => typeof one === 'string')) {
      const [id = '', version] = text.split(':')
      const point = isId('vpt', id) ? await pointById(ctx.db, id) : undefined
      const done = point && (await publishPlain(c, point, Number(version), avoided))
      counts[done ? 'n' : 'left'] += 1
    }
    const { view } = c.var
    return c.redirect(at(view, `${urls.decisions}?n=${counts.n}&left=${counts.left}`), 303)
  })
  .get(urls.decision(':id' as PointId), (c) => one(c, {}))
  .post(urls.decision(':id' as PointId), async (c) => {
    officeOf(c)
    const point = await pointAt(c)
    const body = await c.req.parseBody({ all: true })
    const seen = { id: point.id, version: Number(body.version) }
    if (body.do === 'withhold') {
      const form = fill(withholdForm, body)
      if (!form.values) return one(c, { form }, 422)
      const { ground, reason } = form.values
      const refusal = await refusalOf(c, () =>
        decide(c.var.ctx, seen, { kind: 'withhold', ground, reason }),
      )
      return refusal ? one(c, { form, refusal }, 422) : onward(c, point.id, 'withheld')
    }
    const redactions = redactionsIn(body)
    const names = redactions.map(nameOf).join(' ')
    if (body.do !== 'publish') return one(c, { redactions })
    if (names !== body.seen) return one(c, { redactions, isChanged: true }, 422)
    const refusal = await refusalOf(c, () => decide(c.var.ctx, seen, { kind: 'show', redactions }))
    return refusal ? one(c, { redactions, refusal }, 422) : onward(c, point.id, 'shown')
  })
  .post(urls.photoDecision(':id' as PointId, ':file'), async (c) => {
    officeOf(c)
    const point = await pointAt(c)
    const decided = await decideOnPhoto(c, point)
    return typeof decided === 'string'
      ? onward(c, point.id, decided)
      : one(c, { typedPhoto: decided }, 422)
  })
  .route('/', tieRoutes)

type Body = Readonly<Record<string, unknown>>

/** What was ticked, each stretch with the ground chosen for it. */
function redactionsIn(body: Body): readonly Redaction[] {
  const ticked = [body.hide]
    .flat()
    .flatMap((name) => (typeof name === 'string' ? (readStretch(name) ?? []) : []))
  return withGround(joined(ticked), (stretch) => {
    const ground = body[`ground.${nameOf(stretch)}`]
    return typeof ground === 'string' && ground ? ground : usualGround
  })
}

/** Published as it is, if nothing was found in it and nobody was sooner; what is refused stays where it is. */
async function publishPlain(
  c: C,
  point: Point,
  version: number,
  avoided: Parameters<typeof findings>[1],
): Promise<boolean> {
  const { ctx } = c.var
  const voice = found(await voiceById(ctx.db, point.voice))
  const row = {
    mayPublish: voice.mayPublish,
    findings: findings(textsOf(point), avoided).length,
    isOwn: 'submittedBy' in point && point.submittedBy === ctx.actor.id,
  }
  if (!isPlain(row)) return false
  try {
    await decide(ctx, { id: point.id, version }, { kind: 'show', redactions: [] })
    return true
  } catch (thrown) {
    if (thrown instanceof Refused) return false
    throw thrown
  }
}

function publishedIn(c: C) {
  const [n, left] = [c.req.query('n'), c.req.query('left')].map((text) => Number(text ?? 'x'))
  return Number.isInteger(n) && Number.isInteger(left) ? { n: n ?? 0, left: left ?? 0 } : null
}

async function pointAt(c: C): Promise<Point> {
  const id = c.req.param('id') ?? ''
  return found(isId('vpt', id) ? await pointById(c.var.ctx.db, id) : undefined)
}

const may = (c: C, action: VoiceAction, point: Point): boolean => {
  const stands = standing(c.var.ctx.actor, { sections: [point.section], point })
  return permit(workflow, action, stands, point).ok
}

async function one(c: C, typed: Partial<DecisionProps>, status: 200 | 422 = 200) {
  const desk = officeOf(c)
  const { db } = c.var.ctx
  const point = await pointAt(c)
  if (point.state !== 'answered') throw new Refused({ kind: 'not-found' })
  const voice = found(await voiceById(db, point.voice))
  const terms = await termsOn(db, voice.receivedOn)
  const texts = textsOf(point)
  const marks = findings(texts, await avoidedWords(db))
  const redactions = typed.redactions ?? startOf(point, marks)
  return c.html(
    <DecisionPage
      {...desk}
      point={point}
      voice={voice}
      terms={terms}
      tokens={publicTexts.flatMap((of) =>
        tokensOf(
          of,
          texts[of],
          [...marks, ...redactions].filter((mark) => mark.of === of),
        ),
      )}
      mayDecide={may(c, 'decide', point)}
      form={blank(withholdForm)}
      files={(await filesOf(db, voice.id)).filter((file) => !isPhoto(file)).map(({ id }) => id)}
      photos={await deskPhotos(c, voice.id)}
      upNext={await nextDecision(c, point.id)}
      {...typed}
      redactions={redactions}
    />,
    status,
  )
}

/** As it was decided last, or as the finder suggests. */
const startOf = (point: Point, marks: Parameters<typeof suggested>[0]): readonly Redaction[] =>
  point.decision.kind === 'shown'
    ? point.decision.redactions
    : withGround(suggested(marks), () => usualGround)

/** What a refusal says, in words; other faults go on. */
async function refusalOf(c: C, act: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await act()
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof Refused) || thrown.refusal.kind !== 'refused') throw thrown
    const { reason } = thrown.refusal
    return decideWords(c.var.view).refused[reason] ?? reason
  }
}

const onward = (c: C, id: PointId, told: 'shown' | 'withheld' | 'photo-shown' | 'photo-withheld') =>
  c.redirect(at(c.var.view, `${urls.decision(id)}?told=${told}`), 303)
