import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'

/** What the thread is asked for: the pages of a PDF, each as wide as this. */
export interface ToDraw {
  readonly pdf: Uint8Array
  /** In pixels; the height follows. */
  readonly width: number
}

/** The same without a picture: the words of its pages. */
export interface ToRead {
  readonly pdf: Uint8Array
}

/** One of the two is empty, whichever was not asked for. */
export interface Pages {
  readonly pictures: readonly Uint8Array[]
  readonly texts: readonly string[]
}

export type Reader = (asked: ToDraw | ToRead) => Promise<Pages>

/**
 * PDFium, the reader of Chromium, from its own file and never from the network; begun with the first
 * page. The same PDF gives the same PNG, on white and without any metadata.
 */
export function rasteriser(): Reader {
  let begun: Promise<PDFiumLibrary> | undefined
  return async (asked) => {
    begun ??= PDFiumLibrary.init({ wasmBinary: wasm() })
    const document = await (await begun).loadDocument(asked.pdf)
    try {
      if (!('width' in asked))
        return { pictures: [], texts: [...document.pages()].map((page) => page.getText()) }
      const drawn: Promise<Uint8Array>[] = []
      for (const page of document.pages()) {
        const scale = asked.width / page.getOriginalSize().originalWidth
        // While one page is packed by other threads, the next is drawn.
        const render = async (bitmap: Bitmap) => {
          drawn.push(png({ ...bitmap, data: bitmap.data.slice() }))
          return bitmap.data
        }
        await page.render({ scale, render })
      }
      return { pictures: await Promise.all(drawn), texts: [] }
    } finally {
      document.destroy()
    }
  }
}

function wasm(): ArrayBuffer {
  const file = readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'))
  return new Uint8Array(file).buffer
}

interface Bitmap {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** PDFium's bytes lie in a memory that the next page takes: what comes here is a copy. */
const png = async ({ data, width, height }: Bitmap): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp(data, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .png({ compressionLevel: 6 })
      .toBuffer(),
  )
