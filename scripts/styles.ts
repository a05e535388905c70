import { createHash } from 'node:crypto'
import { glob, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import cascadeLayers from '@csstools/postcss-cascade-layers'
import { transform } from 'lightningcss'
import postcss from 'postcss'

const root = join(import.meta.dirname, '..')
const assets = join(root, 'dist', 'assets')

/** In this order; layers decide between them, a chapter's own styles after the shared ones. */
const shared = [
  'tokens',
  'base',
  'reader',
  'layout',
  'frame',
  'foot',
  'text',
  'blocks',
  'figures',
  'course',
  'form',
  'marked',
  'list',
  'chart',
  'map',
  'colours',
  'print',
].map((name) => `src/design/${name}.css`)

const order = '@layer base, layout, components, chapter, print;\n'

/** iPhone 6 and 5s stop at iOS 12; telephones of that age elsewhere are covered by it. */
const oldest = { safari: 12 << 16, ios_saf: 12 << 16, chrome: 70 << 16, android: 70 << 16 }

export interface Styles {
  /** The stylesheet itself. */
  readonly css: string
  /** Its address: /assets/site.<hash>.css */
  readonly href: string
}

async function source(): Promise<string> {
  const chapters = (await Array.fromAsync(glob('src/domains/*/styles.css', { cwd: root }))).sort()
  const read = (file: string) => readFile(join(root, file), 'utf8')
  const own = await Promise.all(chapters.map(read))
  return [
    order,
    ...(await Promise.all(shared.map(read))),
    ...own.map((css) => `@layer chapter {\n${css}\n}`),
  ].join('\n')
}

/** Layers flattened and syntax lowered for old phones, then minified. */
export async function buildStyles(): Promise<Styles> {
  const flat = await postcss([cascadeLayers()]).process(await source(), { from: undefined })
  const { code } = transform({
    filename: 'site.css',
    code: Buffer.from(flat.css),
    minify: true,
    targets: oldest,
  })
  const css = Buffer.from(code).toString('utf8')
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 10)
  return { css, href: `/assets/site.${hash}.css` }
}

/** Writes the stylesheet with its compressed twins and forgets the one before. */
export async function writeStyles(): Promise<{
  readonly file: string
  readonly bytes: number
  readonly brotli: number
}> {
  const { css, href } = await buildStyles()
  const file = join(root, 'dist', href)
  await mkdir(assets, { recursive: true })
  for (const old of await readdir(assets))
    if (/^site\.[0-9a-f]+\.css(\.br|\.gz)?$/.test(old)) await rm(join(assets, old))
  const bytes = Buffer.from(css)
  const small = await promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  })
  await writeFile(file, bytes)
  await writeFile(`${file}.br`, small)
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
  return { file, bytes: bytes.length, brotli: small.length }
}

if (import.meta.main) {
  const { file, bytes, brotli } = await writeStyles()
  console.log(`${file}: ${bytes} bytes, ${brotli} with brotli`)
}
