import type { Ctx } from '#platform/context.ts'
import type { Files } from '#platform/files.ts'
import type { Recall } from '#platform/recall.ts'
import type { View } from './view.ts'

/** What every handler finds: who acts in which moment, and how the page is to be drawn. */
export interface Env {
  readonly Variables: {
    ctx: Ctx
    view: View
    requestId: string
    /** For public pages: what they are made of is read once until something happens. */
    recall: Recall
    /** What was handed in, as it was. */
    files: Files
    /** The addresses of the read API, from its own description. */
    endpoints: readonly { readonly path: string; readonly summary: string }[]
    /** The session of a member of staff. Only a full one is somebody; others wait for a further proof. */
    session?: {
      readonly userId: string
      readonly token: string
      readonly stage: 'factor' | 'password' | 'full'
    }
  }
}
