import { deskTongue } from '#design/desk-tongue.ts'
import type { View } from '#design/view.ts'
import type { Channel } from '../voice.ts'
import { en } from './paper-en.ts'
import { ja, type PaperWords } from './paper-ja.ts'
import { publicWords } from './public.ts'

export const paperWords = (view: Pick<View, 'locale'>): PaperWords =>
  deskTongue(view) === 'ja' ? ja : en

/** How the ways in and the ages are called: as on the public pages. */
export const namesOf = (view: Pick<View, 'locale'>) => {
  const { channels, ages } = publicWords[deskTongue(view)]
  return { channels, ages }
}

export const channelName = (view: Pick<View, 'locale'>, channel: Channel): string =>
  namesOf(view).channels[channel] ?? channel
