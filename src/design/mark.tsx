export type MarkShape = 'star' | 'disc' | 'ring' | 'none'

export interface MarkProps {
  readonly shape: MarkShape
  /** Always said with the mark. */
  readonly word: string
}

/** ★ ● ◎, drawn so that every phone shows the same, with its word. */
export function Mark({ shape, word }: MarkProps) {
  return (
    <span class={`mark mark-${shape}`}>
      {shape !== 'none' && <Shape shape={shape} />}
      <span>{word}</span>
    </span>
  )
}

const marks = { citizens: 'star', city: 'disc', both: 'ring' } as const

export interface LeadMarkProps {
  /** null while it is not known: said, never guessed. */
  readonly lead: keyof typeof marks | null
  readonly word: string
}

/** 主体: ★ citizens, ● the city, ◎ both. */
export function LeadMark({ lead, word }: LeadMarkProps) {
  return <Mark shape={lead === null ? 'none' : marks[lead]} word={word} />
}

function Shape({ shape }: { readonly shape: Exclude<MarkShape, 'none'> }) {
  return (
    <svg
      class="shape"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      {shape === 'star' && (
        <path d="m12 1.5 3.1 7.1 7.7.7-5.8 5.1 1.7 7.6L12 18l-6.7 4 1.7-7.6L1.2 9.3l7.7-.7Z" />
      )}
      {shape === 'disc' && <circle cx="12" cy="12" r="9.5" />}
      {shape === 'ring' && (
        <>
          <circle cx="12" cy="12" r="9.3" fill="none" stroke="currentColor" stroke-width="2.2" />
          <circle cx="12" cy="12" r="4.7" fill="none" stroke="currentColor" stroke-width="2.2" />
        </>
      )}
    </svg>
  )
}
