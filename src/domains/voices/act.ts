import type { Act } from '#domains/residents/index.ts'

/** The receipt's kind: V2013-0012-7. What it answers about its state is joined to it by `status.ts`. */
export const voiceAct = { name: 'voice', letter: 'V' } as const satisfies Pick<
  Act,
  'name' | 'letter'
>
