import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { readMail } from '#domains/residents/index.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import type { SetAside } from '#platform/mail/maildir.ts'
import { type Aside, leaveAside, openAside, takeAside } from '../../actions/aside.ts'
import { asideForm, leaveOutForm } from '../../forms/paper.ts'
import { AsidePage } from '../../pages/paper/aside.tsx'
import { InboxPage } from '../../pages/paper/inbox.tsx'
import { mailboxState } from '../../store/mailbox.ts'
import { mailsSince, unreadable } from '../../store/mails.ts'
import { paperUrls } from '../../urls.ts'
import { attempt, bodyOf, type DeskContext, onward } from '../desk-lookup.ts'
import { faultWords, paperDesk } from './lookup.ts'

const days = 30

interface Back {
  readonly form?: Filled<typeof asideForm>
  readonly faults?: Readonly<Record<string, string>>
  readonly out?: Filled<typeof leaveOutForm>
}

const written = ({ content }: Aside): Readonly<Record<string, string>> => ({
  text: [content?.subject, content?.text].filter(Boolean).join('\n\n'),
  name: content?.fromName.slice(0, 60) ?? '',
  mail: content?.from ?? '',
})

/** 受信箱: what was read, and what a person has to look at. */
export function inboxRoutes(aside: SetAside | undefined) {
  /** Shown in the answer itself: there is no address at which it could be read again unrecorded. */
  const show = async (c: DeskContext, back: Back = {}) => {
    const desk = paperDesk(c)
    const opened = await openAside(c.var.ctx, aside, markIn(c))
    c.header('cache-control', 'no-store')
    return c.html(
      <AsidePage
        {...desk}
        {...opened}
        form={back.form ?? blank(asideForm, written(opened))}
        faults={faultWords(c, back.faults ?? {})}
        out={back.out ?? blank(leaveOutForm)}
      />,
      back.form || back.out ? 422 : 200,
    )
  }

  return new Hono<Env>()
    .get(paperUrls.inbox, async (c) => {
      const desk = paperDesk(c)
      const { db, now } = c.var.ctx
      const since = new Date(+now - days * 86_400_000)
      const [counts, mails] = [await mailsSince(db, since), await unreadable(db, 100)]
      const failing = await mailboxState(db)
      const [taken = ''] = /^V\d{4}-\d+-\d$/.exec(c.req.query('number') ?? '') ?? []
      return c.html(<InboxPage {...desk} {...{ counts, mails, failing, taken }} />)
    })
    .post(paperUrls.mail(':mark'), (c) => show(c))
    .post(paperUrls.mailStep(':mark', 'take'), async (c) => {
      paperDesk(c)
      const form = fill(asideForm, await bodyOf(c))
      const { values } = form
      if (!values) return show(c, { form })
      const mail = values.mail ? readMail(values.mail) : ''
      if (mail === undefined) return show(c, { form, faults: { mail: 'bad-mail' } })
      const taken = await attempt(() =>
        takeAside(c.var.ctx, { files: c.var.files, aside }, markIn(c), { ...values, mail }),
      )
      if ('done' in taken) {
        const { number } = taken.done.voice
        return onward(c, `${paperUrls.inbox}?number=${number}`, 'taken')
      }
      const { reason, place = 'text' } = taken.refusal
      return show(c, { form, faults: { [place]: reason } })
    })
    .post(paperUrls.mailStep(':mark', 'aside'), async (c) => {
      paperDesk(c)
      const out = fill(leaveOutForm, await bodyOf(c))
      if (!out.values) return show(c, { out })
      await leaveAside(c.var.ctx, markIn(c), out.values.why)
      return onward(c, paperUrls.inbox, 'settled')
    })
}

const markIn = (c: DeskContext): string => c.req.param('mark') ?? ''
