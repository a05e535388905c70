import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { settleMail } from '../../actions/mail.ts'
import { InboxPage } from '../../pages/paper/inbox.tsx'
import { mailsSince, unreadable } from '../../store/mails.ts'
import { paperUrls } from '../../urls.ts'
import { bodyOf, onward, said } from '../desk-lookup.ts'
import { paperDesk } from './lookup.ts'

const days = 30

/** 受信箱: what was read, and what a person has to look at. */
export const inboxRoutes = new Hono<Env>()
  .get(paperUrls.inbox, async (c) => {
    const desk = paperDesk(c)
    const { db, now } = c.var.ctx
    const since = new Date(+now - days * 86_400_000)
    const [counts, mails] = [await mailsSince(db, since), await unreadable(db, 100)]
    return c.html(<InboxPage {...desk} counts={counts} mails={mails} />)
  })
  .post(paperUrls.settled, async (c) => {
    paperDesk(c)
    await settleMail(c.var.ctx, said(await bodyOf(c), 'mark'))
    return onward(c, paperUrls.inbox, 'settled')
  })
