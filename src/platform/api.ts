import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Env } from 'hono'
import { Refused } from './result.ts'

/** What every refusal of the API says: a word, and the number by which the log knows the request. */
export const apiError = z.object({ error: z.string(), requestId: z.string() }).meta({ id: 'Error' })

/** A JSON answer of an OpenAPI route. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A chapter's part of the API: a request that its own description does not allow is refused with 400. */
export const readApi = <E extends Env>() =>
  new OpenAPIHono<E>({
    defaultHook: ({ success }) => {
      if (!success) throw new Refused({ kind: 'refused', reason: 'bad-request' })
    },
  })
