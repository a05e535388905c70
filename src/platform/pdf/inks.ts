import type { Wanted } from './compiler.ts'

/**
 * A photograph for the printer is in inks like the rest of the page: CMYK by the profile that libvips
 * brings, of which the printer's own may differ a little. Everything else stays in the light of screens.
 */
export async function inked(wanted: Wanted): Promise<Wanted> {
  if (wanted.as !== 'sheet' || !wanted.photo) return wanted
  if (wanted.sheet.kind !== 'bulletin' || !wanted.sheet.press) return wanted
  // Only who prints loads it: 20 MB.
  const { default: sharp } = await import('sharp')
  const photo = await sharp(wanted.photo).toColourspace('cmyk').jpeg({ quality: 90 }).toBuffer()
  return { ...wanted, photo }
}
