import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import type { AskedField, Option } from '#design/field-kinds.ts'
import { Form, type FormProps } from '#design/form.tsx'
import { href } from '#design/href.ts'
import { Masthead, Part } from '#design/masthead.tsx'
import { type Child, Page } from '#design/page.tsx'
import { Steps } from '#design/steps.tsx'
import { at, languageOf, type View } from '#design/view.ts'
import { ageBands } from '#domains/residents/index.ts'
import type { Fields, Filled } from '#platform/form.ts'
import type { WhatForm, WhoForm } from '../forms/write.ts'
import { senderWords } from '../messages/sender.ts'
import { type Piece, publicText } from '../rules/redaction.ts'
import { urls } from '../urls.ts'
import { type ReplyWay, replyWays, senderKinds } from '../voice.ts'
import { ByMap, type Placing } from './chosen.tsx'

/** All that was typed so far: each page of the form carries what the others asked for. */
export interface Typed {
  readonly what: Filled<WhatForm>
  readonly who: Filled<WhoForm>
}

interface StepProps {
  readonly view: View
  readonly typed: Typed
  readonly choices: readonly Option[]
  /** The city's map; none where it has handed in none. */
  readonly placing?: Placing | undefined
}

export const wordsOf = (view: View) => senderWords[view.locale].write

/** What the other pages asked for, unseen; nothing typed is lost on the way, forth or back. */
export const carried = <F extends Fields>(form: Filled<F>): Record<string, string> =>
  Object.fromEntries(Object.entries<string>(form.raw))

interface FrameProps {
  readonly view: View
  readonly step: 0 | 1 | 2
  readonly title: string
  readonly lead: string
  readonly fields: readonly AskedField[]
  readonly children?: Child
}

/** Around each of the three pages: where one stands, and what is wrong. */
export function Sheet({ view, step, title, lead, fields, children }: FrameProps) {
  const w = wordsOf(view)
  return (
    <Page
      view={view}
      title={title}
      breadcrumbs={step === 0 ? [] : [{ text: w.title, path: urls.write }]}
    >
      <Faults view={view} fields={fields} />
      <Masthead title={title} lead={lead} />
      <Steps
        view={view}
        label={w.stepsLabel}
        current={step}
        steps={w.steps.map((word) => ({ word }))}
      />
      {children}
    </Page>
  )
}

/** The form, with what a browser may add: a line that is gone is said before anything is sent into the void. */
export function Sending({
  children,
  keeps,
  isFresh = false,
  ...form
}: Omit<FormProps, 'action' | 'trap'> & {
  /** What is typed stays on the device until it is sent. */
  readonly keeps?: boolean
  /** The server just showed what was typed: nothing on the device is newer. */
  readonly isFresh?: boolean
}) {
  const w = wordsOf(form.view)
  const script = form.view.scripts?.voice
  return (
    <div
      class="sending"
      data-sending=""
      data-offline={w.draft.offline}
      data-online={w.draft.online}
      data-draft={keeps ? 'voice' : undefined}
      data-fresh={isFresh ? '' : undefined}
      data-kept={w.draft.kept}
      data-found={w.draft.found}
      data-restore={w.draft.restore}
      data-discard={w.draft.discard}
      data-full={w.draft.full}
    >
      {keeps && <div class="draft-place" />}
      <Form {...form} action={urls.write} trap={w.trap}>
        <div class="stack">{children}</div>
        <p class="soft draft-note" role="status" />
      </Form>
      {script && <script type="module" src={href(script)} />}
    </div>
  )
}

export const whatFields = ({
  view,
  typed: { what },
  choices,
}: StepProps): readonly AskedField[] => {
  const w = wordsOf(view)
  return [
    asked(view, what, 'text', { label: w.text, hint: w.textHint, rows: 10 }),
    asked(view, what, 'place', { label: w.place, hint: w.placeHint, plain: false }),
    asked(view, what, 'district', {
      label: w.district,
      options: choices,
      empty: w.districtNone,
      plain: false,
    }),
  ]
}

/** 何を、どこの: nothing about who one is. */
export function WhatPage(props: StepProps & { readonly isFresh: boolean }) {
  const { view, typed } = props
  const w = wordsOf(view)
  const fields = whatFields(props)
  return (
    <Sheet view={view} step={0} title={w.title} lead={w.lead} fields={fields}>
      <Sending view={view} hidden={carried(typed.who)} keeps isFresh={props.isFresh}>
        <AskedFields view={view} fields={fields} />
        {props.placing && <ByMap view={view} form={typed.what} placing={props.placing} />}
        {view.scripts?.voice && <p class="soft">{w.draft.about}</p>}
        <Actions>
          <Button name="step" value="what">
            {w.next}
          </Button>
        </Actions>
      </Sending>
      <p>
        {w.otherWays} <a href={at(view, '/paper')}>{w.otherWaysLink}</a>
      </p>
    </Sheet>
  )
}

/** A published point as it is shown beside one's own words. */
export interface SimilarPoint {
  readonly gist: readonly Piece[]
  readonly answer: readonly Piece[]
}

interface WhoProps extends StepProps {
  readonly similar: readonly SimilarPoint[]
  /** What is wrong with the one way that was chosen, by field. */
  readonly contactFaults: Readonly<Record<string, string>>
}

export function whoFields({ view, typed: { who }, contactFaults }: Omit<WhoProps, 'similar'>) {
  const w = wordsOf(view)
  const line = (
    name: 'mail' | 'phone' | 'name' | 'postcode' | 'address',
    more: {
      readonly autocomplete: string
      readonly type?: 'email' | 'tel'
      readonly width?: 'short' | 'medium'
      readonly inputmode?: 'numeric'
    },
  ): AskedField => {
    const field = asked(view, who, name, { label: w[name] })
    const fault = contactFaults[name]
    const words: Readonly<Record<string, string>> = w.faults
    const error =
      fault === undefined
        ? field.error
        : (words[fault] ?? senderWords[view.locale].mine.faults.required)
    return { ...field, kind: 'text', ...more, ...(error !== undefined && { error }) } as AskedField
  }
  const first: readonly AskedField[] = [
    asked(view, who, 'sender', {
      label: w.sender,
      options: optionsOf(senderKinds, w.senders),
      open: true,
    }),
    asked(view, who, 'ageBand', {
      label: w.ageBand,
      hint: w.ageBandHint,
      options: optionsOf(ageBands, w.ageBands),
      empty: w.ageBandNone,
      plain: false,
    }),
    asked(view, who, 'publish', {
      label: w.publish,
      hint: w.publishHint,
      options: optionsOf(['yes', 'no'], w.publishes),
      open: true,
    }),
    asked(view, who, 'reach', {
      label: w.reach,
      hint: w.reachHint,
      options: optionsOf(replyWays, w.ways),
      open: true,
    }),
  ]
  const contact: readonly { readonly way: ReplyWay; readonly fields: readonly AskedField[] }[] = [
    { way: 'mail', fields: [line('mail', { type: 'email', autocomplete: 'email' })] },
    {
      way: 'phone',
      fields: [line('phone', { type: 'tel', autocomplete: 'tel', width: 'medium' })],
    },
    {
      way: 'letter',
      fields: [
        line('name', { autocomplete: 'name' }),
        line('postcode', { autocomplete: 'postal-code', width: 'short', inputmode: 'numeric' }),
        line('address', { autocomplete: 'address-line1' }),
      ],
    },
  ]
  return { first, contact }
}

/** あなたについて, after the matter itself; and what the city has answered to others already. */
export function WhoPage(props: WhoProps) {
  const { view, typed, similar } = props
  const w = wordsOf(view)
  const { first, contact } = whoFields(props)
  return (
    <Sheet
      view={view}
      step={1}
      title={w.whoTitle}
      lead={w.whoLead}
      fields={[...first, ...contact.flatMap(({ fields }) => fields)]}
    >
      <Alike view={view} similar={similar} />
      <Sending view={view} hidden={carried(typed.what)}>
        <AskedFields view={view} fields={first} />
        <p class="hint reach-hint">{w.only}</p>
        {contact.map(({ way, fields }) => (
          // Where CSS can, only the chosen way has its fields (residents/styles.css).
          <div class={`reach-${way} stack`}>
            <AskedFields view={view} fields={fields} />
          </div>
        ))}
        <Actions>
          <Button name="step" value="who">
            {w.check}
          </Button>
          <Button kind="secondary" name="step" value="back-what">
            {w.back}
          </Button>
        </Actions>
      </Sending>
    </Sheet>
  )
}

function Alike({ view, similar }: Pick<WhoProps, 'view' | 'similar'>) {
  const w = wordsOf(view)
  const lang = languageOf(view.locale) === 'ja' ? undefined : 'ja'
  if (!similar.length) return null
  return (
    <Part view={view} id="similar" title={w.similar} lead={w.similarLead}>
      <ul class="entries">
        {similar.map(({ gist, answer }) => (
          <li class="entry">
            <div class="entry-text">
              <h3 lang={lang}>{publicText(gist)}</h3>
              <details>
                <summary>{w.similarAnswer}</summary>
                <p class="lines" lang={lang}>
                  {publicText(answer)}
                </p>
              </details>
            </div>
          </li>
        ))}
      </ul>
    </Part>
  )
}
