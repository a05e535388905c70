import { mkdir, writeFile } from 'node:fs/promises'
import type { Locale, View } from '../view.ts'

/** A view of the demo city on a Sunday. */
export function viewIn(locale: Locale, path: string, query = ''): View {
  return {
    locale,
    path,
    query,
    site: {
      name: '汐見市',
      phone: '0920-00-0000',
      hours: '平日 午前8時30分から午後5時15分',
      address: '汐見市本町1丁目1番地',
    },
    css: '/assets/site.css',
    origin: 'https://kyodo.city.example.jp',
    now: new Date('2026-11-22T10:00:00+09:00'),
  }
}

/** With DESIGN_LOOK=/tmp/w/design the pages are kept. */
export async function keepForLooking(name: string, html: string): Promise<void> {
  const folder = process.env.DESIGN_LOOK
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await writeFile(`${folder}/${name}.html`, html)
}
