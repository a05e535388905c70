/** What the server's thread asks of the engine's thread. One answer to each, in the order asked. */
export type Request =
  /** One round trip of the PostgreSQL protocol, whole: up to a Query, Sync or Flush. */
  | { readonly kind: 'round'; readonly bytes: Uint8Array }
  /** The data folder as a gzipped tar, for a template. */
  | { readonly kind: 'dump' }
  | { readonly kind: 'close' }

export type Reply =
  | { readonly kind: 'ready' }
  /** A part of the answer; the rest comes with `done`. */
  | { readonly kind: 'part'; readonly bytes: Uint8Array }
  | { readonly kind: 'done'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string }
  /** The disk did not take what was written: nothing after this may be believed. */
  | { readonly kind: 'sync-failed'; readonly message: string }
  | { readonly kind: 'log'; readonly message: string }

export interface EngineData {
  /** null keeps everything in memory. */
  readonly dir: string | null
  readonly template: Uint8Array | undefined
}
