import { expect, test } from 'vitest'
import { channelOf, choosable } from './channel.ts'

test('nobody is offered a way that the city does not have', () => {
  expect(choosable(new Set())).toEqual(['mail'])
  expect(choosable(new Set(['line']))).toEqual(['mail', 'line'])
})

test('a code never goes by a messenger, whatever a person has chosen', () => {
  expect(channelOf({ secret: true }, { channel: 'line' })).toBe('mail')
  expect(channelOf({}, { channel: 'line' })).toBe('line')
  expect(channelOf({ secret: true }, { channel: 'mail' })).toBe('mail')
})
