import { addDays, dayStart, localDate } from '#platform/calendar.ts'
import type { Job } from '#platform/jobs.ts'
import type { Retention } from '#platform/retention.ts'
import { expireCheck } from './actions/checks.ts'
import { buryOne } from './actions/close.ts'
import { tellSleeper } from './actions/tell.ts'
import { retention, session } from './rules.ts'
import { overdueChecks } from './store/checks.ts'
import { codesBefore, forgetCodesById } from './store/codes.ts'
import { forgetContact, unconfirmedSince } from './store/contacts.ts'
import { forgetQuestions, questionsBefore } from './store/passkeys.ts'
import { noteWarned, sleepersSince } from './store/people.ts'
import { deadSessions, endSession } from './store/sessions.ts'

const daysAgo = (now: Date, days: number) => dayStart(addDays(localDate(now), -days))

/** What happens by the clock beside retention: terms that run out, and people who are told beforehand. */
export const jobs: readonly Job[] = [
  {
    name: 'residents.expire-checks',
    at: '10 3 * * *',
    async run(ctx) {
      for (const check of await overdueChecks(ctx.db, localDate(ctx.now)))
        await expireCheck(ctx, check.id)
    },
  },
  {
    name: 'residents.warn-sleepers',
    at: '20 3 * * *',
    async run(ctx) {
      const since = daysAgo(ctx.now, retention.inactiveYears * 365 - retention.noticeDays)
      for (const id of await sleepersSince(ctx.db, since, null))
        await ctx.record(async (tx) => {
          await noteWarned(tx, id, ctx.now)
          await tellSleeper(tx, ctx, id)
          return [undefined, { fact: 'resident.sleeper-told', subject: id, basis: '文書保存規程' }]
        })
    },
  },
]

/** 保存の区分 of this chapter. */
export const retentions: readonly Retention[] = [
  {
    name: 'resident.unconfirmed-contact',
    kept: { days: retention.unconfirmedDays },
    afterwards: 'delete',
    basis: '個人情報保護法 第22条(不要な情報の消去)',
    said: {
      ja: { what: '確認されなかったメールアドレス', since: '書かれた日' },
      en: { what: 'e-mail addresses that nobody confirmed', since: 'the day they were given' },
    },
    due: async (db, before, limit) =>
      (await unconfirmedSince(db, before)).slice(0, limit).map((c) => c.id),
    carry: async (tx, ids) => {
      for (const id of ids) await forgetContact(tx, id)
    },
  },
  {
    name: 'resident.code',
    kept: { days: retention.codeDays },
    afterwards: 'delete',
    basis: '個人情報保護法 第22条(不要な情報の消去)',
    said: {
      ja: { what: '確認の番号と、その送り先', since: '送った日' },
      en: { what: 'confirmation numbers and where they went', since: 'the day they were sent' },
    },
    due: codesBefore,
    carry: forgetCodesById,
  },
  {
    name: 'resident.passkey-question',
    kept: { days: 1 },
    afterwards: 'delete',
    basis: '情報セキュリティ規程(認証)',
    said: {
      ja: { what: 'パスキーへの問い', since: '問いを出した日' },
      en: { what: 'questions put to passkeys', since: 'the day they were put' },
    },
    due: questionsBefore,
    carry: forgetQuestions,
  },
  {
    name: 'resident.session',
    kept: { days: 1 },
    afterwards: 'delete',
    basis: '情報セキュリティ規程(認証)',
    said: {
      ja: { what: '終わった在席', since: '終わった日' },
      en: { what: 'sessions that are over', since: 'the day they ended' },
    },
    due: (db, before, limit) => deadSessions(db, before, session.idle, limit),
    carry: async (tx, ids) => {
      for (const id of ids) await endSession(tx, id)
    },
  },
  {
    name: 'resident.inactive',
    kept: { years: retention.inactiveYears },
    afterwards: 'anonymise',
    basis: '文書保存規程',
    said: {
      ja: { what: '使われていない登録(60日前に知らせてから)', since: '最後に使われた日' },
      en: {
        what: 'accounts that nobody uses (60 days after notice)',
        since: 'the day of the last visit',
      },
    },
    due: async (db, before, limit) =>
      (await sleepersSince(db, before, new Date(+before + noticed))).slice(0, limit),
    carry: async (tx, ids, ctx) => {
      for (const id of ids) await buryOne(tx, ctx, id)
    },
  },
]

/** `before` lies three years back; notice must have been given 60 days ago. */
const noticed = (retention.inactiveYears * 365 - retention.noticeDays) * 24 * 60 * 60_000
