import type { Child } from 'hono/jsx'

export interface SpecimenProps {
  /** As imported. */
  readonly name: string
  readonly file: string
  /** When to use it, and when not. */
  readonly use: string
  readonly children?: Child
}

/** One part: its name, when to use it, itself. */
export function Specimen({ name, file, use, children }: SpecimenProps) {
  const id = `s-${name.toLowerCase().replace(/[^a-z]+/g, '-')}`
  return (
    <section class="part part-3 stack" id={id} aria-labelledby={`${id}-title`}>
      <div class="stack-tight">
        <h3 id={`${id}-title`}>{name}</h3>
        <p class="soft">
          <code>{file}</code> — {use}
        </p>
      </div>
      {children}
    </section>
  )
}
