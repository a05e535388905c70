import type { Dues } from '#domains/notices/index.ts'
import { localDate } from '#platform/calendar.ts'
import { permit } from '#platform/workflow.ts'
import { issuesIn } from './store/issues.ts'
import { urls } from './urls.ts'
import { standing, workflow } from './workflow.ts'

/** 決裁を待つお便り, for whoever may approve it. */
export const dues: Dues = async (db, actor) =>
  (await issuesIn(db, 'submitted'))
    .filter((issue) => permit(workflow, 'approve', standing(actor, issue), issue).ok)
    .map(({ id, content, writtenAt }) => ({
      kind: 'decision' as const,
      title: {
        ja: `お便り「${content.ja.title}」の決裁`,
        en: `Approve the newsletter “${(content.en ?? content.ja).title}”`,
      },
      path: urls.one(id),
      on: localDate(writtenAt),
    }))
