import { beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../support/city.ts'
import { liveIn } from '../support/sound.ts'

const payloads = [
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '<svg/onload=alert(1)>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//evil.example',
  '{<img src=x onerror=alert(1)>|x}',
  '{x|"onmouseover=alert(1)}',
  '</title><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '\u0000<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</script>',
]

/** Every parameter that a page reads, and some that none does. */
const addresses = [
  '/search?q=',
  '/en/search?q=',
  '/plans/2012?measure=',
  '/plans/2012?lead=',
  '/plans/2012?department=',
  '/plans/2012?text=',
  '/easy/plans/2012?text=',
  '/plans/compare?from=2012&to=',
  '/plans/compare?to=2013&from=',
  '/sign-in?onward=',
  '/?x=',
  '/plans/2012/items/',
  '/plans/',
  '/',
  '/api/v1/plans/',
  '/api/v1/items/',
]
const deskAddresses = [
  '/desk/ledger?before=',
  '/desk/plans/2013?text=',
  '/desk/plans/2013?department=',
  '/desk/plans/2013?done=',
  '/desk/plans/2013?done=bulk&n=',
  '/desk/plans/2013/items/',
  '/desk/plans/2013/steps/',
  '/desk/plans/intake/',
]

let site: Browser
beforeAll(async () => {
  site = await demoCity()
})

const foundIn = async (addresses: readonly string[]) => {
  const said: string[] = []
  for (const address of addresses)
    for (const payload of payloads) {
      const path = `${address}${encodeURIComponent(payload)}`
      const answer = await site.get(path)
      const text = await answer.text()
      const isPage = answer.headers.get('content-type')?.startsWith('text/html')
      if (answer.status >= 500 || (isPage && liveIn(text).length))
        said.push(`${answer.status} ${path}`)
      if (!isPage && text && !answer.headers.get('x-content-type-options')) said.push(path)
    }
  return said
}

describe('what comes with an address comes back as text', () => {
  test('on public pages', async () => {
    expect(await foundIn(addresses)).toEqual([])
  })
  test('at the desk', async () => {
    await site.as(people.author)
    expect(await foundIn(deskAddresses)).toEqual([])
    expect(site.bugs).toEqual([])
  })
  test('in what a form brings back', async () => {
    await site.as(people.resident)
    for (const email of payloads) {
      const answer = await site.post('/sign-in', { email, password: 'x', onward: email })
      expect(liveIn(await answer.text())).toEqual([])
    }
  })
})

describe('the policy that stands behind it', () => {
  const policyOf = (answer: Response) =>
    new Map(
      (answer.headers.get('content-security-policy') ?? '')
        .split(';')
        .map((part) => part.trim().split(/\s+/))
        .map(([name = '', ...sources]) => [name, sources]),
    )

  test.each(['/', '/en/plans/2012', '/sign-in', '/nowhere', '/search?q=a', '/api/v1/plans'])(
    '%s allows no inline script or style, no frame, no other site',
    async (path) => {
      const answer = await site.get(path)
      const policy = policyOf(answer)
      expect(policy.get('default-src')).toEqual(["'none'"])
      expect(policy.get('script-src')).toEqual(["'self'"])
      expect(policy.get('style-src')).toEqual(["'self'"])
      for (const name of ['base-uri', 'frame-ancestors'])
        expect(policy.get(name)).toEqual(["'none'"])
      expect(policy.get('form-action')).toEqual(["'self'"])
      expect(JSON.stringify([...policy])).not.toMatch(/unsafe|\*|https?:/)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('x-frame-options')).toBe('DENY')
    },
  )
})
