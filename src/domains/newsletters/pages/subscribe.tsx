import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import type { Option } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { Masthead } from '#design/masthead.tsx'
import { faultsIn } from '#design/messages/faults.ts'
import { Notice } from '#design/notice.tsx'
import { Page } from '#design/page.tsx'
import { at, type View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { codeForm, subscribeForm } from '../forms.ts'
import { messages } from '../messages/public.ts'
import { tongues } from '../newsletter.ts'
import type { NewsletterTerms } from '../terms.ts'
import { urls } from '../urls.ts'

export interface SubscribeProps {
  readonly view: View
  readonly terms: NewsletterTerms
  /** Districts; none, and nobody is asked. */
  readonly choices: readonly Option[]
  readonly form: Filled<ReturnType<typeof subscribeForm>>
  readonly badMail?: boolean
  /** Minutes, when there were too many from here. */
  readonly wait?: number
}

/** 申し込み: address, topics, district, language; consent last, in the words that are kept. */
export function SubscribePage(props: SubscribeProps) {
  const { view, terms, choices, form, badMail = false, wait } = props
  const t = messages[view.locale]
  const s = t.subscribe
  const mail = asked(view, form, 'mail', {
    label: s.mail,
    hint: s.mailHint,
    mail: true,
    fault: badMail ? t.faults['bad-mail'] : undefined,
  })
  const wishes = [
    asked(view, form, 'topics', {
      label: s.topics,
      hint: s.topicsHint,
      plain: false,
      options: terms.topics.map(({ key, title }) => ({ value: key, label: title[view.locale] })),
    }),
    ...(choices.length
      ? [
          asked(view, form, 'district', {
            label: s.district,
            hint: s.districtHint,
            plain: false,
            empty: s.anyDistrict,
            options: choices,
          }),
        ]
      : []),
    asked(view, form, 'language', {
      label: s.language,
      open: true,
      options: tongues.map((value) => ({ value, label: s.languages[value] })),
    }),
  ]
  const agree = {
    kind: 'checkboxes',
    name: 'agree',
    label: s.consentTitle,
    required: true,
    values: form.chosen.agree,
    options: [{ value: 'yes', label: s.agree }],
    hint: s.consent,
    ...(form.faults.agree && { error: t.faults.agree }),
  } as const
  return (
    <Page view={view} title={s.title} breadcrumbs={[{ text: t.title, path: urls.list }]}>
      <Faults view={view} fields={[mail, ...wishes, agree]} />
      <Masthead title={s.title} lead={s.lead} />
      {wait !== undefined && (
        <Notice view={view} kind="warning" live>
          <p>{s.wait(wait)}</p>
        </Notice>
      )}
      <Form view={view} action={urls.subscribe} trap={s.trap}>
        <AskedFields view={view} fields={[mail, ...wishes]} />
        <AskedFields view={view} fields={[agree]} />
        <Actions>
          <Button>{s.go}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

export interface ConfirmProps {
  readonly view: View
  readonly id: string
  readonly form: Filled<typeof codeForm>
  readonly wrong?: boolean
}

/** The same for every address and every number in the address line: looking at it tells nothing. */
export function ConfirmPage({ view, id, form, wrong = false }: ConfirmProps) {
  const t = messages[view.locale]
  const c = t.confirm
  const typed = form.faults.code && faultsIn(view)[form.faults.code]
  const error = wrong ? c.wrong : typed
  const code = {
    kind: 'text',
    name: 'code',
    label: c.code,
    hint: c.hint,
    required: true,
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    width: 'short',
    ...(error !== undefined && { error }),
  } as const
  return (
    <Page view={view} title={c.title} breadcrumbs={[{ text: t.title, path: urls.list }]}>
      <Faults view={view} fields={[code]} />
      <Masthead title={c.title} lead={c.lead} />
      <Form view={view} action={urls.confirm(id)}>
        <AskedFields view={view} fields={[code]} />
        <Actions>
          <Button>{c.go}</Button>
          <a href={at(view, urls.subscribe)}>{c.again}</a>
        </Actions>
      </Form>
    </Page>
  )
}

export function DonePage({ view }: { readonly view: View }) {
  const t = messages[view.locale]
  return (
    <Page view={view} title={t.done.title}>
      <Masthead title={t.done.title} lead={t.done.lead} />
      <Actions>
        <ButtonLink view={view} path={urls.list} kind="secondary">
          {t.back}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
