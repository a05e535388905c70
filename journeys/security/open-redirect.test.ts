import { beforeAll, describe, expect, test } from 'vitest'
import { authOf, type Browser, browser, password } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'

const { author } = people
let site: Browser
beforeAll(async () => {
  // Where one goes after the last step: here the password is the last.
  const { db } = await testDatabase()
  site = await browser(undefined, undefined, { auth: authOf(db, { secondFactor: 'off' }) })
  await site.as(author)
})

const signIn = async (onward: string) => {
  await site.as(people.resident)
  return site.post('/sign-in', { email: `${author.id}@example.jp`, password, onward })
}

describe('after signing in one is on this site', () => {
  test.each([
    '//evil.example',
    '\\\\evil.example',
    '/\\evil.example',
    '/desk//evil.example',
    '/desk/../..//evil.example',
    'https://evil.example/desk',
    'http:evil.example',
    'javascript:alert(1)',
    '/desk@evil.example',
    '/desk\r\nlocation: https://evil.example',
    '/desk\t/evil',
    '/%2f%2fevil.example',
    '/%5cevil.example',
    '%2f%2fevil.example',
    '/desk?next=//evil.example',
    '/desk#//evil.example',
    '/sign-out',
    '/.evil.example',
    '.evil.example',
    '/en//evil.example',
    '\u2044\u2044evil.example',
  ])('%j', async (onward) => {
    const location = (await signIn(onward)).headers.get('location') ?? ''
    const to = new URL(location, 'http://localhost')
    expect(to.origin).toBe('http://localhost')
    expect(to.pathname).toMatch(/^\/desk(\/|$)/)
    expect(location).toMatch(/^\/desk/)
    expect(location).not.toMatch(/^\/desk\/\//)
  })

  test.each(['/desk', '/desk/ledger', '/desk/plans/2012/items/itm_2', '/en/desk/plans'])(
    '%s is where one wanted to go',
    async (onward) => {
      expect((await signIn(onward)).headers.get('location')).toBe(onward)
    },
  )
})

test('what stands in the address of the sign-in page is checked as well', async () => {
  await site.as(people.resident)
  for (const onward of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    const page = await site.text(`/sign-in?onward=${encodeURIComponent(onward)}`)
    expect(page).not.toContain('value="//evil')
    expect(/name="onward" value="([^"]*)"/.exec(page)?.[1]).toBe('/desk')
  }
})

test('no other address sends anyone elsewhere', async () => {
  for (const path of [
    '/desk',
    '//evil.example/desk',
    '/reader',
    '/easy//evil.example',
    '//evil.example/',
  ]) {
    const answer = path === '/reader' ? await site.post(path) : await site.get(path)
    const location = answer.headers.get('location')
    if (location) expect(new URL(location, 'http://localhost').origin).toBe('http://localhost')
  }
})
