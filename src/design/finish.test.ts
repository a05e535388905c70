import { expect, test } from 'vitest'
import { finished, withWholeDays } from './finish.ts'

test('a weekday is kept with its day wherever a page says one', () => {
  expect(withWholeDays('<td>平成25年3月6日(水)</td>')).toBe(
    '<td>平成25年3月<span class="whole-day">6日(水)</span></td>',
  )
  expect(finished('<p>{期限|きげん}は12月26日(木)です。</p>')).toBe(
    '<p><ruby>期限<rp>(</rp><rt>きげん</rt><rp>)</rp></ruby>は12月<span class="whole-day">26日(木)</span>です。</p>',
  )
  expect(withWholeDays('3月6日(水)から7日(木)')).toBe(
    '3月<span class="whole-day">6日(水)</span>から<span class="whole-day">7日(木)</span>',
  )
})

test('and nothing is put where HTML allows no element, or into what somebody typed', () => {
  for (const html of [
    '<title>3月6日(水)の会議</title>',
    '<option value="a">3月6日(水)</option>',
    '<textarea>3月6日(水)に会いました</textarea>',
    '<input value="3月6日(水)">',
    '<svg><text>3月6日(水)</text></svg>',
    '<img alt="3月6日(水)の海">',
    '<p>6日(祝)</p>',
  ])
    expect(withWholeDays(html)).toBe(html)
})
