import { expect } from 'vitest'
import type { VoiceId } from '#domains/voices/voice.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { formsIn } from './html.ts'
import { led } from './residents.ts'

type Fields = Parameters<Browser['post']>[1]

export const matter = {
  text: '街灯が暗いです。\n市役所の階段に手すりがほしい。\n県道の穴も直してください。',
  place: '市役所の前の坂',
}
export const nobody = { sender: 'individual', publish: 'yes', reach: 'none' } as const

/** What the sender takes home. */
export interface Slip {
  readonly number: string
  readonly phrase: string
  readonly page: string
}

/** 声を届ける: the three pages of the web form, as whoever has no script goes through them. */
export function webForm(site: () => Browser) {
  /** The page's own form, sent by one of its buttons with what its reader filled in. */
  async function press(html: string, step: string, typed: Fields = {}): Promise<Response> {
    const form = must(
      formsIn(html, '/voices/new').find(({ action }) => /\/voices\/new$/.test(action)),
      'the page has the form',
    )
    return site().post(form.action, { ...Object.fromEntries(form.fields), ...typed, step })
  }
  const pressed = async (html: string, step: string, typed: Fields = {}) => {
    const answer = await press(html, step, typed)
    expect(answer.status).toBe(200)
    return answer.text()
  }
  const checkPage = async (what: Fields = matter, who: Fields = nobody, language = '') =>
    pressed(await pressed(await site().text(`${language}/voices/new`), 'what', what), 'who', who)
  async function sent(answer: Response): Promise<Slip> {
    const page = await site().text(led(answer))
    const [, number = ''] = /<strong>(V\d{4}-\d{4,}-\d)<\/strong>/.exec(page) ?? []
    const [, phrase = ''] = /<strong lang="ja">([^<]+)<\/strong>/.exec(page) ?? []
    expect([number, phrase]).not.toContain('')
    return { number, phrase, page }
  }
  const write = async (what: Fields = matter, who: Fields = nobody, photos: Fields = {}) =>
    sent(await press(await checkPage(what, who), 'send', photos))
  /** The voice that has a number. */
  const voiceOf = async (number: string) => {
    const query = site().db.selectFrom('voice').select('id').where('number', '=', number)
    return (await query.executeTakeFirstOrThrow()).id as VoiceId
  }
  return { press, pressed, checkPage, sent, write, voiceOf }
}
