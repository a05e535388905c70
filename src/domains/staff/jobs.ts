import type { Job } from '#platform/jobs.ts'
import type { Retention } from '#platform/retention.ts'
import { inviteDue } from './actions/roster-invite.ts'
import * as store from './store/ended.ts'

const basis = '情報セキュリティ規程(認証)'

/** What sign-in leaves behind: taken out in the night after it ended. */
export const retentions: readonly Retention[] = [
  {
    name: 'staff.session',
    kept: { days: 0 },
    afterwards: 'delete',
    basis,
    said: {
      ja: { what: '職員の在席の記録', since: '在席が終わった日' },
      en: { what: 'Sessions of staff', since: 'the day the session ended' },
    },
    due: store.endedSessions,
    carry: store.deleteSessions,
  },
  {
    name: 'staff.pass',
    kept: { days: 0 },
    afterwards: 'delete',
    basis,
    said: {
      ja: { what: '招待と合言葉の再設定のリンク', since: '使えなくなった日' },
      en: { what: 'Links of invitations and password resets', since: 'the day they expired' },
    },
    due: store.endedPasses,
    carry: store.deletePasses,
  },
  {
    name: 'staff.verification',
    kept: { days: 0 },
    afterwards: 'delete',
    basis,
    said: {
      ja: { what: '途中でやめた認証の控え', since: '使えなくなった日' },
      en: { what: 'Sign-ins that were begun and not finished', since: 'the day they expired' },
    },
    due: store.endedVerifications,
    carry: store.deleteVerifications,
  },
]

/** 招待の日: asked every hour of the day, so that a city that was stopped at six makes up for it. */
export const jobs = (origin: string): readonly Job[] => [
  {
    name: 'staff.invite',
    at: '10 6-20 * * *',
    run: async (ctx) => void (await inviteDue(ctx, origin)),
  },
]
