import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { saveItem } from '#domains/plan/actions/edit.ts'
import { contentOf } from '#domains/plan/rules/content.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../support/city.ts'
import { pdfText, squeezed } from '../support/files.ts'
import { readable } from '../support/html.ts'
import { itemIn } from '../support/plan.ts'

/** Each would be 55555 where something took it for a program; 7777 is written nowhere but here. */
const programs = [
  '{{7777*7+1116}}',
  '{%raw%}7777{%endraw%}',
  `\${7777*7+1116}`,
  '<%= 7777*7+1116 %>',
  '#{7777*7+1116}',
  '#eval("7777*7+1116")',
  '#(7777*7+1116)',
  '#read("/etc/passwd")',
  '#include "data.json"',
  '$ 7777 dot 7 $',
  '\\u{37}777',
  '*7777* _7777_ `7777`',
  '=7777*7+1116',
]
const typed = programs.join('　')

let site: Browser
beforeAll(async () => {
  site = await demoCity()
  const item = await itemIn(site.db, 2013, '1-1')
  const content = { ...contentOf(item), title: '見出し', description: typed, cityRole: typed }
  await saveItem(site.ctx(people.author), item.id, item.version, content)
  await site.as(people.author)
})

describe('what somebody types is never a program', () => {
  test('on a page', async () => {
    const item = await itemIn(site.db, 2013, '1-1')
    const page = readable(await site.text(`/desk/plans/2013/items/${item.id}`))
    expect(page).toContain(squeezed(typed))
    expect(page).not.toContain('55555')
  })

  test('on paper', async () => {
    const answer = await site.get('/desk/plans/2013/plan.pdf')
    expect(answer.status).toBe(200)
    const said = await pdfText(new Uint8Array(await answer.arrayBuffer()))
    for (const program of programs) expect(said).toContain(squeezed(program))
    expect(said).not.toContain('55555')
    expect(said).not.toContain('root:')
    expect(site.bugs).toEqual([])
  })

  test('in a mail', async () => {
    const draft = { title: '便り', body: typed, links: '', district: '', topics: '' }
    const answer = await site.post('/desk/newsletters/new', draft)
    const path = answer.headers.get('location')?.split('?')[0] ?? ''
    const preview = readable(await site.text(path))
    expect(preview).toContain(squeezed(programs[0] ?? ''))
    expect(preview).not.toContain('55555')
  })
})

describe('a page gets what it shows, and not the request', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.|(^|\/)testing\//.test(file),
  )
  const text = (file: string) => readFileSync(`src/${file}`, 'utf8')
  const pages = files.filter((file) => /\/pages(\/|\.tsx$)|^design\/.*\.tsx$/.test(file))

  test('there are pages to look at', () => expect(pages.length).toBeGreaterThan(80))

  test('no page names a request, its headers, its cookies or the server', () => {
    const named = pages.filter((file) =>
      /\bc\.(req|var|env|get)\b|from 'hono(\/cookie|\/context)?'|\bHonoRequest\b|\bprocess\.env\b/.test(
        text(file),
      ),
    )
    expect(named).toEqual([])
  })

  test('nothing is made into a program while it runs', () => {
    const makes = /\beval\(|\bnew Function\(|\bFunction\(|from '(?:node:)?vm'|setTimeout\(\s*['"`]/
    expect(files.filter((file) => makes.test(text(file)))).toEqual([])
  })

  test('a text goes unescaped only where it is our own', () => {
    const raw = files.filter((file) => /\braw\(|dangerouslySetInnerHTML/.test(text(file)))
    // The doctype; a component drawn once; a style sheet of ours in a file that stands alone.
    const ours = ['commands/standalone.tsx', 'design/once.ts', 'design/page.tsx']
    expect(raw.filter((file) => !/\bsql\.raw\(/.test(text(file))).toSorted()).toEqual(ours)
  })
})
