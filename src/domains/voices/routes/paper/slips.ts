import { Refused } from '#platform/result.ts'
import { senderOf } from '../../actions/sender.ts'
import type { Slip } from '../../actions/slips.ts'
import type { SlipOf } from '../../paper-files.ts'
import type { DeskContext } from '../desk-lookup.ts'

/**
 * Slips with the address in their window. Whoever prints them has just typed them, or is of the same desk: the
 * address leaves on the paper that it was typed from, and nobody reads it on a page.
 */
export async function slipsWithPersons(
  c: DeskContext,
  slips: readonly Slip[],
): Promise<readonly SlipOf[]> {
  if (!slips.length) throw new Refused({ kind: 'not-found' })
  const all: SlipOf[] = []
  for (const { voice, phrase } of slips)
    all.push({ voice, phrase, person: await senderOf(c.var.ctx, voice.id) })
  return all
}

export const sendPdf = (c: DeskContext, name: string, bytes: Uint8Array) =>
  c.body(Uint8Array.from(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}.pdf"`,
    'cache-control': 'no-store',
  })
