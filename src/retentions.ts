import { retentions as moderation } from '#domains/moderation/jobs.ts'
import { retentions as newsletters } from '#domains/newsletters/jobs.ts'
import { retentions as progress } from '#domains/progress/jobs.ts'
import { retentions as residents } from '#domains/residents/jobs.ts'
import { retentions as staff } from '#domains/staff/jobs.ts'
import { retentions as comments } from '#domains/voices/comment/jobs.ts'
import { retentions as voices } from '#domains/voices/jobs.ts'
import type { Retention } from '#platform/retention.ts'

/** 保存の区分: every class of records that does not stay for ever, gathered from all chapters. */
export const retentions: readonly Retention[] = [
  ...staff,
  ...residents,
  ...moderation,
  ...newsletters,
  ...progress,
  ...voices,
  ...comments,
]
