import { sealedIn as moderation } from '#domains/moderation/store/sealed.ts'
import { sealedIn as newsletters } from '#domains/newsletters/store/sealed.ts'
import { sealedIn as notices } from '#domains/notices/store/sealed.ts'
import { sealedIn as progress } from '#domains/progress/store/sealed.ts'
import { sealedIn as residents } from '#domains/residents/store/sealed.ts'
import { sealedIn as staff } from '#domains/staff/store/sealed.ts'
import { sealedIn as comments } from '#domains/voices/comment/store/sealed.ts'
import { sealedIn as voices } from '#domains/voices/store/sealed.ts'
import type { SealedColumn } from '#platform/sealed.ts'

/** 封をした列: every column of sealed texts, gathered from all chapters. What is missing here would stay under its old key. */
export const sealedColumns: readonly SealedColumn[] = [
  notices,
  staff,
  residents,
  moderation,
  newsletters,
  progress,
  voices,
  comments,
].flatMap((chapter) => Object.values(chapter))
