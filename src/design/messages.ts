import { easy } from './messages/easy.ts'
import { en } from './messages/en.ts'
import { type FrameWords, ja } from './messages/ja.ts'
import { ko } from './messages/ko.ts'
import type { Locale, View } from './view.ts'

export const frameWords: Readonly<Record<Locale, FrameWords>> = { ja, easy, en, ko }

/** The words of the frame in the view's language. */
export function words(view: View): FrameWords {
  return frameWords[view.locale]
}
