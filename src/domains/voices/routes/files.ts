import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { isId } from '#platform/id.ts'
import { accept, found, no, Refused } from '#platform/result.ts'
import { boxed } from '#platform/web.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { workersOf } from '../actions/notes.ts'
import { fileById } from '../store/files.ts'
import { urls } from '../urls.ts'
import type { VoiceId } from '../voice.ts'
import { standing, workflow } from '../workflow.ts'
import { works } from './desk-lookup.ts'

/** 写真とスキャン: for those who work on the voice, and nobody else; never a page. */
export const fileRoutes = new Hono<Env>().get(urls.file(':id' as VoiceId, ':file'), async (c) => {
  const { ctx, files } = c.var
  const id = c.req.param('file') ?? ''
  const file = isId('vfl', id) ? await fileById(ctx.db, id) : undefined
  const sections = file ? (await workersOf(ctx, file.voice)).all : []
  const near = standing(ctx.actor, { sections })
  // Whoever may not see it does not hear whether it is there.
  accept(permit(workflow, 'readWork', near, nothing))
  if (!file || file.voice !== c.req.param('id')) throw new Refused({ kind: 'not-found' })
  // Pictures are the sender's own words too: auditors count voices, and do not look into them.
  if (!works(near))
    accept(no({ kind: 'not-allowed', action: 'readWork', basis: workflow.readWork.basis }))
  const how = file.mediaType.startsWith('image/') ? 'inline' : 'attachment'
  return c.body(found(await files.get(file.key)) as Uint8Array<ArrayBuffer>, 200, {
    'content-type': file.mediaType,
    'content-disposition': `${how}; filename="${file.id}"`,
    'content-security-policy': boxed,
    'cache-control': 'no-store',
  })
})
