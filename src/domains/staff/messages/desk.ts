import { deskTongue } from '#design/desk-tongue.ts'
import type { View } from '#design/view.ts'
import { en } from './desk-en.ts'
import { ja } from './desk-ja.ts'
import { rosterEn } from './desk-roster-en.ts'
import { rosterJa } from './desk-roster-ja.ts'
import { powersPage } from './powers.ts'

export function deskWords(view: Pick<View, 'locale'>) {
  const tongue = deskTongue(view)
  return tongue === 'en'
    ? { tongue, d: en, r: rosterEn, p: powersPage.en }
    : { tongue, d: ja, r: rosterJa, p: powersPage.ja }
}

export { inJapanese as contentLang } from '#design/desk-tongue.ts'
