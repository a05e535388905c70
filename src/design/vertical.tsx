export interface VerticalProps {
  /** Two to four lines of up to about twelve letters. */
  readonly lines: readonly string[]
  /** Who wrote it, or what it is: 令和8年度の標語. */
  readonly by?: string
  /** Korean and English words stay horizontal inside the same frame. */
  readonly upright?: boolean
}

/** The signature of the product: once a page at most. */
export function Vertical({ lines, by, upright = false }: VerticalProps) {
  return (
    <figure class={upright ? 'vertical upright' : 'vertical'}>
      <blockquote>
        {lines.map((line) => (
          <span class="vertical-line">{line}</span>
        ))}
      </blockquote>
      {by !== undefined && <figcaption>{by}</figcaption>}
    </figure>
  )
}
