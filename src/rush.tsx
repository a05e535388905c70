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
import type { Challenge } from '#platform/proof-of-work.ts'
import { type RushDoor, rushAt, slowWay } from '#platform/rush.ts'
import { limitOf, type RushForm, type RushTerms } from './rush-terms.ts'

/**
 * Public forms that a program could flood. The form by which texts are flagged asks by itself (`moderation`), as
 * it can stand on its page beforehand; both ask by the same rule.
 */
const forms: readonly (readonly [name: RushForm, path: string])[] = [
  ['resident.follow', '/follow'],
  ['resident.receipt', '/r'],
  ['resident.mail', '/account/mail'],
  ['resident.code', '/account/code'],
  ['resident.password', '/account/password'],
  ['newsletters.subscribe', '/newsletters/subscribe'],
]

type Here = Context<Env>

/**
 * 混雑: stands before these forms, so that no chapter knows of it. In calm times it counts and lets through.
 * Under attack whoever sends a form gets it back with one step more, everything typed still in it: a script
 * works it out alone; without one a number is fetched from a page that makes one wait a minute; and the
 * telephone and the counter stay open.
 */
export function rushRoutes(door: RushDoor, terms: RushTerms) {
  const site = new Hono<Env>()
  for (const [name, path] of forms) {
    const rush = rushAt(door, name, limitOf(terms, name))
    site.post(path, async (c, next) => {
      if (!(await rush.count())) return next()
      const body = await c.req.parseBody({ all: true })
      const { now } = c.var.ctx
      if (await rush.isProven(body, now)) return next()
      c.header('cache-control', 'no-store')
      return c.html(
        <StepPage
          view={c.var.view}
          action={path}
          form={name}
          typed={typedIn(body)}
          challenge={rush.task(now)}
          wrong={Boolean(body.proof)}
        />,
        422,
      )
    })
  }
  return site.get('/wait/:form', (c) => wait(c, door.secret))
}

function wait(c: Here, secret: string) {
  const { ctx, view } = c.var
  const form = c.req.param('form') ?? ''
  const token = c.req.query('proof') ?? ''
  const { seconds, code } = slowWay(secret, form, token, ctx.now)
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
