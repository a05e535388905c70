import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { namesOf } from '#domains/staff/index.ts'
import { fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { Refused } from '#platform/result.ts'
import {
  markCalled,
  markPosted,
  mayDispatch,
  openCall,
  openLetters,
  unaddressed,
} from '../../actions/post.ts'
import { calledForm } from '../../forms/paper.ts'
import { CallPage, PostPage } from '../../pages/paper/post.tsx'
import { lettersPdf, saidTo } from '../../paper-files.ts'
import { mostLetters } from '../../post.ts'
import { replyWords } from '../../sender-kinds.ts'
import { lastSent, waitingToSend } from '../../store/post.ts'
import { paperUrls } from '../../urls.ts'
import type { VoiceId } from '../../voice.ts'
import { bodyOf, type DeskContext, onward, said } from '../desk-lookup.ts'
import { madeBy, paperDesk } from './lookup.ts'
import { sendPdf } from './slips.ts'

const lately = 30

async function postPage(c: DeskContext) {
  const { ctx } = c.var
  mayDispatch(ctx)
  const of = (way: 'letter' | 'phone' | 'mail') => waitingToSend(ctx.db, way, mostLetters)
  const sent = await lastSent(ctx.db, lately)
  const names = await namesOf(
    ctx.db,
    sent.flatMap(({ doneBy }) => (doneBy ? [doneBy] : [])),
  )
  const [letters, calls, mails] = [await of('letter'), await of('phone'), await of('mail')]
  const without = await unaddressed(ctx, letters)
  return c.html(<PostPage {...paperDesk(c)} {...{ letters, without, calls, mails, sent, names }} />)
}

function voiceIn(c: DeskContext): VoiceId {
  mayDispatch(c.var.ctx)
  const id = c.req.param('id') ?? ''
  if (!isId('voi', id)) throw new Refused({ kind: 'not-found' })
  return id as VoiceId
}

/** How many letters stood on the page: whoever presses means these. */
const seenIn = async (c: DeskContext) => {
  mayDispatch(c.var.ctx)
  return Number(said(await bodyOf(c), 'letters') || Number.NaN)
}

/** 回答を送る: a day's letters, and the calls. */
export const postRoutes = new Hono<Env>()
  .get(paperUrls.post, postPage)
  .post(paperUrls.letters, async (c) => {
    const letters = await openLetters(c.var.ctx, await seenIn(c))
    return sendPdf(c, 'letters', await lettersPdf(await madeBy(c), letters))
  })
  .post(paperUrls.posted, async (c) => {
    await markPosted(c.var.ctx, await seenIn(c))
    return onward(c, paperUrls.post, 'posted')
  })
  .post(paperUrls.call(':id' as VoiceId), async (c) => {
    const { voice, person, points, terms } = await openCall(c.var.ctx, voiceIn(c))
    const { body } = replyWords(voice.language, saidTo(voice, points, terms, voice.language))
    return c.html(<CallPage {...paperDesk(c)} voice={voice} person={person} said={body} />)
  })
  .post(paperUrls.called(':id' as VoiceId), async (c) => {
    const id = voiceIn(c)
    const { raw } = fill(calledForm, await bodyOf(c))
    await markCalled(c.var.ctx, id, raw.note.slice(0, 1000))
    return onward(c, paperUrls.post, 'called')
  })
