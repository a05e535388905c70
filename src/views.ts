import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Kysely } from 'kysely'
import type { Env } from '#design/env.ts'
import { readReader } from '#design/reader.ts'
import type { View } from '#design/view.ts'
import { type RecipientId, unreadOf } from '#domains/notices/index.ts'
import type { Visit } from '#domains/residents/routes.tsx'
import type { RoleName } from '#domains/staff/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Assets } from '#platform/assets.ts'
import type { Recall } from '#platform/recall.ts'
import { siteProfile } from '#platform/site.ts'
import type { DB } from '#platform/tables.ts'
import { formToken } from '#platform/web.ts'
import { splitLocale } from './address.ts'
import { closedTo } from './doors.ts'

/** What the site knows of itself when it draws a page. */
interface Site {
  readonly db: Kysely<DB>
  readonly now: () => Date
  readonly assets: Assets
  readonly secret: string
  readonly origin: string
  readonly recall: Recall
}

/** 審査委員・外部評価委員 only: nobody of the city hall. */
const isOutside = ({ duties }: Actor) =>
  duties.length > 0 && duties.every(({ role }) => role === ('reviewer' satisfies RoleName))

/** What each page knows of its request: language, place, city, reader, and whoever is signed in. */
export function viewsFor({ db, now, assets, secret, origin, recall }: Site) {
  return async (
    c: Context<Env>,
    actor: Actor,
    session: string | undefined,
    visit?: Visit,
  ): Promise<View> => {
    const { locale, path } = splitLocale(c.req.url)
    const { name, phone, hours, address, notice } = await recall('site', () => siteProfile(db))
    return {
      locale,
      path,
      query: new URL(c.req.url).search,
      site: {
        name: name[locale],
        phone,
        hours: hours[locale],
        address: address[locale],
        ...(notice && { notice: notice[locale] }),
      },
      css: assets.href('site.css'),
      scripts: {
        desk: assets.href('desk.js'),
        passkey: assets.href('passkey.js'),
        paper: assets.href('paper.js'),
        voice: assets.href('voice.js'),
        proof: { page: assets.href('proof.js'), worker: assets.href('proof-worker.js') },
      },
      origin,
      now: now(),
      reader: readReader(getCookie(c, 'reader')),
      ...(session && { staff: await deskOf(actor, session) }),
      ...(visit && { resident: { name: visit.name, csrf: formToken(secret, visit.key) } }),
    }
  }

  /** What the frame of the desk says of a person. */
  async function deskOf(actor: Actor, session: string) {
    const unread = await unreadOf(db, actor.id as RecipientId)
    return {
      name: actor.name,
      outside: isOutside(actor),
      csrf: formToken(secret, session),
      closed: closedTo(actor),
      unread,
    }
  }
}
