import { describe, expect, it } from 'vitest'
import { namesBeside, type Sign } from './map-names.ts'

const size = { width: 300, height: 200 }
const sign = (x: number, y: number, name: string): Sign => ({
  x,
  y,
  name,
  reach: 4,
  size: 16,
  sides: ['right', 'left', 'below', 'above'],
})

describe('names in a map', () => {
  it('stand at their best side where nothing is in the way', () => {
    expect(namesBeside([sign(150, 100, '厳原')], size)[0]).toMatchObject({ anchor: 'start' })
  })

  it('stand before their sign at the right edge', () => {
    expect(namesBeside([sign(290, 100, '比田勝港')], size)[0]).toMatchObject({ anchor: 'end' })
  })

  it('stand at their next side where somebody else took the line', () => {
    const [, second] = namesBeside([sign(100, 100, '上県'), sign(120, 101, '上対馬')], size)
    expect(second).toMatchObject({ anchor: 'start', dx: 9 })
    const [first] = namesBeside([sign(100, 100, '上県'), sign(120, 101, '上対馬')], size)
    expect(first).toMatchObject({ anchor: 'end' })
  })

  it('give way to a name that stood there first, though no sign is near', () => {
    const [one, other] = namesBeside(
      [sign(50, 100, '比田勝港'), { ...sign(140, 100, '対馬空港'), sides: ['left', 'below'] }],
      size,
    )
    expect([one?.anchor, other?.anchor]).toEqual(['start', 'middle'])
  })

  it('are left out where there is no room at any side', () => {
    const crowd = [sign(20, 10, '比田勝港'), sign(20, 10, '対馬空港'), sign(20, 10, '市役所')]
    const small = { width: 90, height: 30 }
    expect(namesBeside(crowd, small).filter((one) => one === undefined)).toHaveLength(2)
  })

  it('count a letter of the alphabet as narrower than a square sign', () => {
    const at = (name: string) => namesBeside([sign(215, 100, name)], size)[0]?.anchor
    expect(at('Izuhara')).toBe('start')
    expect(at('厳原町の市役所')).toBe('end')
  })
})
