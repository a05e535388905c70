import type { Subject } from './case.ts'

const query = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString()

export const urls = {
  figures: '/moderation',
  flag: '/moderation/flag',
  flagOf: ({ kind, id }: Subject) => `/moderation/flag?${query({ kind, id })}`,
  /** Of the shell, for all forms that may be flooded. */
  wait: '/wait/moderation.flag',
  thanks: '/moderation/flag/thanks',
  /** The last part of the address of a receipt's form. */
  ownAppeal: 'appeal',
  appeal: (id: string) => `/moderation/appeal/${id}`,
  queue: '/desk/moderation',
  bulk: '/desk/moderation/bulk',
  guidelines: '/desk/moderation/guidelines',
  one: (id: string) => `/desk/moderation/cases/${id}`,
  act: (id: string, action: string) => `/desk/moderation/cases/${id}/${action}`,
} as const
