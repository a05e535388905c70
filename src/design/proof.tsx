import type { Challenge } from '#platform/proof-of-work.ts'
import { Field } from './field.tsx'
import { href } from './href.ts'
import { at, type View } from './view.ts'

export interface ProofProps {
  readonly view: View
  readonly challenge: Challenge
  /** Where the code of the slow way is shown; the token is added. */
  readonly slowPath: string
  readonly words: {
    readonly title: string
    readonly text: string
    readonly slow: string
    readonly open: string
    readonly code: string
    readonly fault: string
  }
  readonly wrong?: boolean
}

/**
 * 計算の札, in a form under attack only: a script works it out by itself, and without one a number is
 * fetched from a page that makes one wait.
 */
export function ProofField({ view, challenge, slowPath, words, wrong }: ProofProps) {
  const scripts = view.scripts?.proof
  const { token, bits } = challenge
  return (
    <div
      class="proof stack"
      data-proof={token}
      data-bits={String(bits)}
      data-worker={scripts?.worker}
    >
      <input type="hidden" name="proof" value={token} />
      <p class="proof-title">{words.title}</p>
      <p>{words.text}</p>
      <p>
        {words.slow}{' '}
        <a
          href={at(view, `${slowPath}?proof=${encodeURIComponent(token)}`)}
          target="_blank"
          rel="noopener"
        >
          {words.open}
        </a>
      </p>
      <Field
        view={view}
        field={{
          kind: 'text',
          name: 'answer',
          label: words.code,
          width: 'short',
          inputmode: 'numeric',
          autocomplete: 'off',
          plain: true,
          ...(wrong && { error: words.fault }),
        }}
      />
      {scripts && <script type="module" src={href(scripts.page)} />}
    </div>
  )
}
