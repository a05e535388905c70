import { type Context, Hono } from 'hono'
import { Actions, Button } from '#design/button.tsx'
import type { Env } from '#design/env.ts'
import { Form } from '#design/form.tsx'
import { Masthead } from '#design/masthead.tsx'
import { rushWords } from '#design/messages/rush.ts'
import { Page } from '#design/page.tsx'
import { ProofField } from '#design/proof.tsx'
import type { View } from '#design/view.ts'
import { messages } from '#domains/moderation/messages/public.ts'
import { WaitPage } from '#domains/moderation/pages/public.tsx'
import type { Limit, Limiter } from '#platform/limits.ts'
import {
  type Challenge,
  challenge,
  isProven,
  proofTerms,
  slowCode,
  slowWait,
} from '#platform/proof-of-work.ts'

const tenMinutes = 10 * 60

/**
 * Public forms that a program could flood, and how often each is sent in ten minutes, by everybody together,
 * before work is asked for. A city of thirty thousand sends a handful; a campaign in the bulletin some dozens.
 * The form by which texts are flagged has its own (`moderation`), as it stands on its page beforehand.
 */
const forms: readonly (readonly [name: string, path: string, points: number])[] = [
  ['resident.follow', '/follow', 60],
  ['resident.receipt', '/r', 120],
  ['resident.mail', '/account/mail', 60],
  ['resident.code', '/account/code', 120],
  ['resident.password', '/account/password', 120],
  ['newsletters.subscribe', '/newsletters/subscribe', 60],
]
const everyone = 'all'

type Here = Context<Env>

/**
 * 混雑: stands before these forms, so that no chapter knows of it. In calm times it counts and lets through.
 * Under attack whoever sends a form gets it back with one step more, everything typed still in it: a script
 * works it out alone; without one a number is fetched from a page that makes one wait a minute; and the
 * telephone and the counter stay open.
 */
export function rushRoutes(secret: string, limiterOf: (name: string, limit: Limit) => Limiter) {
  const site = new Hono<Env>()
  const proofs = limiterOf('rush.proof', { points: 1, seconds: proofTerms.seconds })
  const once = async (token: string) => (await proofs.take(token)).ok

  for (const [name, path, points] of forms) {
    const overall = limiterOf(`rush.${name}`, { points, seconds: tenMinutes })
    site.post(path, async (c, next) => {
      if ((await overall.take(everyone)).ok) return next()
      const body = await c.req.parseBody({ all: true })
      const proof = { token: String(body.proof ?? ''), answer: String(body.answer ?? '') }
      const { now } = c.var.ctx
      if (await isProven(secret, name, proof, now, once)) return next()
      c.header('cache-control', 'no-store')
      return c.html(
        <StepPage
          view={c.var.view}
          action={path}
          form={name}
          typed={typedIn(body)}
          challenge={challenge(secret, name, now)}
          wrong={proof.token !== ''}
        />,
        422,
      )
    })
  }

  return site.get('/wait/:form', (c) => wait(c, secret))
}

function wait(c: Here, secret: string) {
  const { ctx, view } = c.var
  const form = c.req.param('form') ?? ''
  const token = c.req.query('proof') ?? ''
  const seconds = slowWait(secret, form, token, ctx.now)
  const code = slowCode(secret, form, token, ctx.now)
  c.header('cache-control', 'no-store')
  // Renews itself without script; the code is there when the time is over.
  if (seconds) c.header('refresh', String(Math.min(seconds, 20)))
  return c.html(<WaitPage view={view} code={code} seconds={seconds} />)
}

type Typed = readonly (readonly [name: string, value: string])[]

/** What somebody typed, to go along with the next sending; files are not among these forms. */
const typedIn = (body: Readonly<Record<string, unknown>>): Typed =>
  Object.entries(body).flatMap(([name, value]) =>
    name === 'proof' || name === 'answer'
      ? []
      : [value].flat().flatMap((one) => (typeof one === 'string' ? [[name, one] as const] : [])),
  )

interface StepProps {
  readonly view: View
  readonly action: string
  readonly form: string
  readonly typed: Typed
  readonly challenge: Challenge
  readonly wrong: boolean
}

/** It goes to nobody but the person who typed it, and is kept nowhere. */
function StepPage({ view, action, form, typed, challenge, wrong }: StepProps) {
  const t = rushWords[view.locale]
  const m = messages[view.locale]
  return (
    <Page view={view} title={t.title}>
      <Masthead title={t.title} lead={t.lead} />
      <Form view={view} action={action}>
        {typed
          .filter(([name]) => name !== 'csrf')
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <div class="stack">
          <ProofField
            view={view}
            challenge={challenge}
            slowPath={`/wait/${form}`}
            words={{
              title: m.proof,
              text: m.proofText,
              slow: m.proofSlow,
              open: m.proofGet,
              code: m.proofCode,
              fault: m.proofFault,
            }}
            wrong={wrong}
          />
          <Actions>
            <Button>{t.send}</Button>
          </Actions>
          <p>{t.otherwise}</p>
        </div>
      </Form>
    </Page>
  )
}
