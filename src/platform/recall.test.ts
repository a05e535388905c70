import { expect, test } from 'vitest'
import { memory } from './recall.ts'

test('a question is asked once, until something happens', async () => {
  const { recall, forget } = memory()
  let asked = 0
  const ask = () => recall('plan 2012', async () => ++asked)
  expect([await ask(), await ask()]).toEqual([1, 1])
  forget()
  expect(await ask()).toBe(2)
})

test('what was being read while something happened is not remembered', async () => {
  const { recall, forget } = memory()
  let answer = (_text: string) => {}
  const slow = recall('plan', () => new Promise<string>((done) => (answer = done)))
  forget()
  answer('as it was')
  expect(await slow).toBe('as it was')
  expect(await recall('plan', async () => 'as it is')).toBe('as it is')
})

test('a failure is not remembered, and the least asked goes first', async () => {
  const { recall } = memory(2)
  await expect(recall('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await recall('a', async () => 1)).toBe(1)
  await recall('b', async () => 2)
  await recall('a', async () => 9)
  await recall('c', async () => 3)
  expect(await recall('a', async () => 9)).toBe(1)
  expect(await recall('b', async () => 7)).toBe(7)
})
