import { glob, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { plain, withRuby } from '#platform/ruby.ts'
import { compare } from './compare.ts'
import { DeskPage } from './desk-page.tsx'
import { ErrorPage } from './error-page.tsx'
import { Fold } from './fold.tsx'
import { Gallery } from './gallery.tsx'
import { href } from './href.ts'
import { Masthead } from './masthead.tsx'
import { frameWords } from './messages.ts'
import { plainReader, readReader, writeReader } from './reader.ts'
import { ItemSample, YearSample } from './testing/samples.tsx'
import { strict } from './testing/strict.ts'
import { keepForLooking, viewIn } from './testing/view.ts'
import { at, inLanguage, locales, type View } from './view.ts'

async function sound(html: string) {
  const report = await strict.validateString(html)
  const said = report.results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`,
    ),
  )
  expect(said).toEqual([])
  expect(html).not.toMatch(/>\s*(?:undefined|null|NaN|\[object)|"undefined"|"\[object/)
  expect(html).not.toMatch(/<script|\sstyle=|\son[a-z]+=/i)
  expect(html).not.toMatch(/[{|}]/)
  return html
}

const pages = {
  gallery: (view: View) => <Gallery view={view} />,
  year: (view: View) => <YearSample view={view} />,
  item: (view: View) => <ItemSample view={view} />,
  error: (view: View) => (
    <ErrorPage
      view={view}
      title="お探しのページは見つかりませんでした"
      written="none"
      todo={['住所が正しいか確かめてください。', '検索でさがしてください。']}
      request="req-7K2F"
    />
  ),
  desk: (view: View) => (
    <DeskPage
      view={{ ...view, staff: { name: '阿比留 さくら', csrf: 'token' } }}
      title="今日やること"
      department="地域再生推進本部"
      section="desk"
      breadcrumbs={[{ text: '計画', path: '/desk/plans' }]}
    >
      <Masthead title="今日やること" />
    </DeskPage>
  ),
}

describe('every page is sound HTML without inline style or script', () => {
  for (const locale of locales)
    for (const [name, page] of Object.entries(pages))
      it(`${name} in ${locale}`, async () => {
        const html = await sound(withRuby(String(await page(viewIn(locale, `/design/${name}`)))))
        await keepForLooking(`${name}-${locale}`, html)
      })
})

describe('addresses', () => {
  it('leads nowhere where a browser would run something', () => {
    for (const bad of [
      'javascript:alert(1)',
      'JaVa\tscript:x',
      ' data:text/html,x',
      '//evil.jp',
      '/\\evil.jp',
      'vbscript:x',
    ])
      expect(href(bad)).toBe('#')
    for (const good of ['/plans', '#a', '?q=1', 'https://a.jp/', 'mailto:a@b.jp', 'tel:0920'])
      expect(href(good)).toBe(good)
  })

  it('carries the language of the view', () => {
    const easy = viewIn('easy', '/plans', 'q=島')
    expect(at(easy, '/')).toBe('/easy')
    expect(at(easy, '/?a=1')).toBe('/easy?a=1')
    expect(at(easy, '/plans')).toBe('/easy/plans')
    expect(at(viewIn('ja', '/'), '/plans')).toBe('/plans')
    expect(inLanguage(easy, 'ko')).toBe('/ko/plans?q=島')
    expect(inLanguage(easy, 'ja')).toBe('/plans?q=島')
  })

  it('no page of the design writes an address by hand', async () => {
    const element =
      /<(?:a|area|form|button|input|img|link|iframe)\b[^>]*?\s(?:href|src|action|formaction)=(\{[^}]*\})/g
    for await (const file of glob('src/design/**/*.tsx'))
      for (const [, given] of (await readFile(file, 'utf8')).matchAll(element))
        expect(given, file).toMatch(/\b(?:at|href|inLanguage|absolute|telephone)\(/)
  })
})

describe('words', () => {
  it('easy Japanese reads every kanji', () => {
    const texts = (value: unknown): readonly string[] => {
      if (typeof value === 'string') return [value]
      if (typeof value === 'function') return [String(value('1', '2'))]
      return Object.values(value ?? {}).flatMap(texts)
    }
    const bare = texts(frameWords.easy)
      .map((text) => text.replace(/\{[^{}|]+\|[^{}|]+\}/g, ''))
      .filter((text) => /\p{Script=Han}/u.test(text))
    expect(bare).toEqual([])
  })

  it('holds no readings in the other languages', () => {
    expect(plain(frameWords.ja.foot.paper)).toBe(frameWords.ja.foot.paper)
  })
})

describe('difference', () => {
  const show = (before: string, after: string) =>
    compare(before, after)
      .map(({ kind, text }) => ({ same: text, removed: `-${text}-`, added: `+${text}+` })[kind])
      .join('')

  it('compares by words', () => {
    expect(show('条例の周知に取り組みます。', '条例の説明に取り組みます。')).toBe(
      '条例の-周知-+説明+に取り組みます。',
    )
    expect(show('', '新しい')).toBe('+新しい+')
    expect(show('同じ', '同じ')).toBe('同じ')
  })

  it('gives both texts back whole', () => {
    const before = '協働に関する条例の周知に取り組みます。市民の声を聞きます。'
    const after = '協働に関する条例を広報紙で知らせます。声を聞き、返します。'
    const pieces = compare(before, after)
    const without = (kind: string) =>
      pieces
        .filter((piece) => piece.kind !== kind)
        .map(({ text }) => text)
        .join('')
    expect(without('added')).toBe(before)
    expect(without('removed')).toBe(after)
  })

  it('does not keep a page waiting', () => {
    const started = performance.now()
    compare('島の道。'.repeat(5000), '海の道。'.repeat(5000))
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

it('a folded part is whole without its fold, for wide pages and paper', () => {
  const html = String(
    <Fold title="43列の説明を見る">
      <p>施策</p>
    </Fold>,
  )
  expect(html.replace(/<details[\s\S]*<\/details>/u, '')).toContain('施策')
})

describe('reader settings', () => {
  it('survive the cookie and refuse what is not offered', () => {
    const chosen = { size: 'largest', ruby: 'off', contrast: 'high', font: 'ud' } as const
    expect(readReader(writeReader(chosen))).toEqual(chosen)
    expect(readReader('"><script>.on.high')).toEqual({ ...plainReader, contrast: 'high' })
    expect(readReader(undefined)).toEqual(plainReader)
  })
})
