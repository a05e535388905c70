import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { raw } from 'hono/html'
import { DocumentView } from '#design/document.tsx'
import { plainReader } from '#design/reader.ts'
import type { View } from '#design/view.ts'
import { documentOf } from '#domains/plan/files.ts'
import type { Plan } from '#domains/plan/plan.ts'
import type { Reader } from '#platform/database.ts'
import { withRuby } from '#platform/ruby.ts'
import { siteProfile } from '#platform/site.ts'
import { assetsFolder } from '../places.ts'

/** The plan as one HTML file that needs nothing beside it: for other sites, and for the archive. */
export async function standalone(db: Reader, plan: Plan): Promise<string> {
  const site = await siteProfile(db)
  const document = await documentOf(db, plan, 'staff')
  const view: View = {
    locale: 'ja',
    path: '/',
    query: '',
    site: { name: site.name.ja, phone: site.phone, hours: site.hours.ja, address: site.address.ja },
    css: '',
    origin: '',
    now: new Date(`${document.date}T00:00:00+09:00`),
    reader: plainReader,
  }
  const page = (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${document.over ?? ''}${document.title} — ${site.name.ja}`}</title>
        <style>{raw(styles())}</style>
      </head>
      <body class="public">
        <main class="page wrap">
          <div class="body">
            <DocumentView view={view} document={document} />
          </div>
        </main>
      </body>
    </html>
  )
  return withRuby(`<!doctype html>\n${String(await page)}\n`)
}

function styles(): string {
  if (!existsSync(assetsFolder)) return ''
  const file = readdirSync(assetsFolder).find((f) => f.startsWith('site.') && f.endsWith('.css'))
  return file ? readFileSync(join(assetsFolder, file), 'utf8') : ''
}
