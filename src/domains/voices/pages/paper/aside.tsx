import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { inJapanese } from '#design/desk-tongue.ts'
import { Facts } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { Filled } from '#platform/form.ts'
import type { LenientMail } from '#platform/mail/lenient.ts'
import type { asideForm, leaveOutForm } from '../../forms/paper.ts'
import type { ReadMail } from '../../mail.ts'
import { paperWords } from '../../messages/paper.ts'
import { paperUrls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'

export interface AsideProps extends Desk {
  readonly mail: Pick<ReadMail, 'mark' | 'why' | 'file' | 'readAt'>
  /** null once its file is gone. */
  readonly content: LenientMail | null
  readonly size: number
  /** Of what is attached. */
  readonly pages: readonly Uint8Array[]
  readonly form: Filled<typeof asideForm>
  /** What a rule refused, at its field. */
  readonly faults: Readonly<Record<string, string>>
  readonly out: Filled<typeof leaveOutForm>
}

/** A mail that no program could read, as characters and pictures and nothing else; and what a person makes of it. */
export function AsidePage(props: AsideProps) {
  const { view, mail, content, size, pages, form, faults, out } = props
  const w = paperWords(view)
  const fields = [
    asked(view, form, 'text', {
      label: w.asideText,
      hint: w.asideTextHint,
      rows: 10,
      fault: faults.text,
    }),
    asked(view, form, 'name', { label: w.fields.name, width: 'medium', fault: faults.name }),
    asked(view, form, 'mail', {
      label: w.fields.mail,
      hint: w.asideMailHint,
      mail: true,
      fault: faults.mail,
    }),
  ]
  const why = [asked(view, out, 'why', { label: w.asideWhy, hint: w.asideWhyHint })]
  return (
    <Frame {...props} title={w.aside} here="inbox" lead={w.asideLead}>
      <Faults view={view} fields={[...fields, ...why]} />
      <Facts
        pairs={[
          [w.asideReason, mail.why ? w.whys[mail.why] : ''],
          [w.readAt, plainDate(view.locale, mail.readAt)],
          [w.mailFile, <code>{mail.file}</code>],
          ...(content ? [[w.asideSize, w.bytes(size)] as const] : []),
        ]}
      />
      {content ? (
        <Content view={view} content={content} />
      ) : (
        <Notice view={view} kind="warning">
          <p>{w.asideGone}</p>
        </Notice>
      )}
      <Part view={view} id="take" title={w.asideTake} lead={w.asideTakeLead}>
        <div class={pages.length ? 'editor' : 'stack'}>
          <Attached view={view} pages={pages} />
          <Form view={view} action={paperUrls.mailStep(mail.mark, 'take')}>
            <div class="stack">
              <AskedFields view={view} fields={fields} />
            </div>
            <Actions>
              <Button>{w.asideTakeGo}</Button>
            </Actions>
          </Form>
        </div>
      </Part>
      <Part view={view} id="out" title={w.asideOut} lead={w.asideOutLead}>
        <Form view={view} action={paperUrls.mailStep(mail.mark, 'aside')}>
          <div class="stack">
            <AskedFields view={view} fields={why} />
          </div>
          <Actions>
            <Button kind="secondary">{w.settle}</Button>
          </Actions>
        </Form>
      </Part>
    </Frame>
  )
}

/** In the page itself: a picture of somebody's letter has no address before it is a voice's. */
function Attached({ view, pages }: Pick<AsideProps, 'view' | 'pages'>) {
  if (!pages.length) return null
  return (
    <figure class="paper">
      {pages.map((bytes, at) => (
        <img
          src={`data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`}
          alt={paperWords(view).page(at + 1)}
        />
      ))}
    </figure>
  )
}

function Content({ view, content }: Pick<Desk, 'view'> & { readonly content: LenientMail }) {
  const w = paperWords(view)
  const { headers, text, attachments, isCut } = content
  return (
    <>
      {isCut && (
        <Notice view={view} kind="warning">
          <p>{w.asideCut}</p>
        </Notice>
      )}
      <Part view={view} id="text" title={w.asideBody}>
        <p class="lines voice-aside" {...inJapanese(view)}>
          {text || w.asideNoBody}
        </p>
      </Part>
      {attachments.length > 0 && (
        <Part view={view} id="attachments" title={w.asideFiles} lead={w.asideFilesLead}>
          <ul class="bullets">
            {attachments.map(({ name, bytes }) => (
              <li>
                {name || w.asideNameless} ({w.bytes(bytes.length)})
              </li>
            ))}
          </ul>
        </Part>
      )}
      <details class="part">
        <summary>{w.asideHeaders}</summary>
        <Facts
          pairs={headers.map(({ name, value }) => [name, <span class="voice-aside">{value}</span>])}
        />
      </details>
    </>
  )
}
