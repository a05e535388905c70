import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '#testing/database.ts'
import { openCities, readCities } from './cities.ts'
import type { Database, DatabasePlace } from './pool.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tomoni-cities-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const written = (cities: unknown) => {
  const path = join(home, 'cities.json')
  writeFileSync(path, JSON.stringify(cities))
  return { TOMONI_CITIES: path, TOMONI_DATA: home }
}

/** Each place gets a database in memory. */
const inMemory = () => {
  const asked: DatabasePlace[] = []
  const open = (place: DatabasePlace): Promise<Database> => {
    asked.push(place)
    return freshDatabase()
  }
  return { asked, open }
}

test('without a list there is one city, for every host', async () => {
  expect(readCities({ TOMONI_DATA: home })).toEqual([
    { hosts: ['*'], databaseUrl: undefined, dataDir: home },
  ])
  expect(readCities({ TOMONI_DATA: home, DATABASE_URL: 'postgresql://db/x' })[0]).toMatchObject({
    databaseUrl: 'postgresql://db/x',
  })
})

test('two cities in one process know nothing of one another', async () => {
  const { open, asked } = inMemory()
  const places = readCities(
    written({
      'Kita.example.jp': { dataDir: join(home, 'kita') },
      'minami.example.jp': { dataDir: join(home, 'minami') },
      'www.kita.example.jp': { dataDir: join(home, 'kita') },
    }),
  )
  const cities = await openCities(places, open)
  const kita = cities.of('kita.example.jp')
  const minami = cities.of('MINAMI.example.jp:8443')
  expect(asked.map((a) => a.dataDir)).toEqual([join(home, 'kita'), join(home, 'minami')])
  expect(cities.of('www.kita.example.jp.')).toBe(kita)
  expect(cities.of('nishi.example.jp')).toBeUndefined()
  await kita?.database.pool.query("create table row as select '北' as word")
  await expect(minami?.database.pool.query('select * from row')).rejects.toMatchObject({
    code: '42P01',
  })
  await cities.close()
})

test('a list that would mix two cities, or says nothing, is refused', () => {
  const url = 'postgresql://db/kita'
  expect(() => readCities(written({ kita: {} }))).toThrow('is needed')
  expect(() =>
    readCities(
      written({ a: { databaseUrl: url, dataDir: '/a' }, b: { databaseUrl: url, dataDir: '/b' } }),
    ),
  ).toThrow('two data folders')
  expect(() =>
    readCities(written({ a: { databaseUrl: url, dataDir: '/a' }, b: { dataDir: '/a' } })),
  ).toThrow('share a data folder')
})

test('when one city cannot be opened, those already open are closed again', async () => {
  let closed = 0
  const open = async (place: DatabasePlace): Promise<Database> => {
    if (place.dataDir.endsWith('b')) throw new Error('no disk')
    const database = await freshDatabase()
    return { ...database, close: () => database.close().then(() => void closed++) }
  }
  const places = readCities(
    written({ a: { dataDir: join(home, 'a') }, b: { dataDir: join(home, 'b') } }),
  )
  await expect(openCities(places, open)).rejects.toThrow('no disk')
  expect(closed).toBe(1)
})
