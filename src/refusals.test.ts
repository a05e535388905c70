import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { refusals } from '#design/messages/refusals.ts'
import { locales } from '#design/view.ts'
import { messages } from '#domains/residents/messages/public.ts'
import { senderWords } from '#domains/voices/messages/sender.ts'

/**
 * No page for residents answers with a key instead of words. Every reason that a file behind a public route can
 * refuse with is looked for in the sources, and must have words in all four languages.
 */
const chapters = [
  'residents',
  'newsletters',
  'publications',
  'moderation',
  'notices',
  'plan',
  'liaisons',
  'front',
  'voices',
]
/** Staff only, by what they register: /desk and /admin. */
const staffOnly =
  /\/(desk[^/]*|outbox|letters)\.tsx$|\/voices\/(comment\/)?routes\/(answer|bulk|categories|decide|sheets|tie|paper|steps|table|settings)\.tsx$|\/newsletters\/routes\/topics\.tsx$/

/** Read by files that residents meet too, for something else: these steps are only taken at a desk. */
const neverResidents =
  /\/voices\/(actions\/(post|points)|store\/points|actions\/scans|comment\/rules\/period)\.ts$/

const filesOf = (chapter: string) =>
  readdirSync(`src/domains/${chapter}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `src/domains/${chapter}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))

/** Route files that answer somebody who is not staff; one that only puts others together says nothing itself. */
const publicRoutes = chapters.flatMap((chapter) => {
  const all = filesOf(chapter).filter((file) => /\/routes(\/[^/]+)?\.tsx$/.test(file))
  const parts = all.filter((file) => /\/routes\//.test(file))
  return (parts.length && chapter !== 'plan' ? parts : all).filter(
    (file) => !staffOnly.test(file) && !/\/plan\/routes\//.test(file),
  )
})

/** What a file reads of its own chapter, all the way down. */
function behind(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file) || !existsSync(file)) return seen
  seen.add(file)
  // Marks of an intake are called reasons too; nobody is refused by them.
  if (/\/plan\/intake\//.test(file) || neverResidents.test(file)) return seen
  for (const [, to = ''] of readFileSync(file, 'utf8').matchAll(/ from '(\.[^']+)'/g))
    behind(posix.join(posix.dirname(file), to), seen)
  return seen
}

const reasonsIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/\breason: '([a-z][a-z-]+)'/g)].map(
    ([, reason = '']) => reason,
  )

const behindAll = new Map(
  publicRoutes.flatMap((route) =>
    [...behind(route)]
      .filter((file) => !/\/plan\/intake\//.test(file) && !neverResidents.test(file))
      .flatMap((file) => reasonsIn(file).map((reason) => [reason, file] as const)),
  ),
)

test('the walk sees the chapters that residents meet', () => {
  expect(publicRoutes.length).toBeGreaterThan(10)
  for (const reason of ['code-wrong', 'number-or-phrase', 'appeal-too-late', 'unknown-ground'])
    expect([...behindAll.keys()]).toContain(reason)
})

test.each(locales)('every reason that a resident can meet has words (%s)', (locale) => {
  const { write, mine } = senderWords[locale]
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    residents: messages[locale].refusals,
    voices: { ...write.faults, 'objection-open': mine.alreadyOpen },
  }
  const missing = [...behindAll].filter(([reason, file]) => {
    const [, chapter = ''] = /\/domains\/(\w+)\//.exec(file) ?? []
    return !Object.hasOwn(own[chapter] ?? {}, reason) && !Object.hasOwn(refusals[locale], reason)
  })
  expect(missing).toEqual([])
})

test('a reason that has words in one language for residents has them in all', () => {
  const known = (locale: (typeof locales)[number]) => Object.keys(refusals[locale])
  expect(known('ko').toSorted()).toEqual(known('easy').toSorted())
  for (const reason of known('easy')) {
    expect(known('ja')).toContain(reason)
    expect(known('en')).toContain(reason)
  }
})
