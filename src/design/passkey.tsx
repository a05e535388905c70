import type { Child } from 'hono/jsx'
import { Form } from './form.tsx'
import { href } from './href.ts'
import { at, type View } from './view.ts'

export interface PasskeyProps {
  readonly view: View
  /** Asks the device for one of its keys, or has it make one. */
  readonly does: 'get' | 'create'
  /** Where the question to the device comes from, and where its answer goes. */
  readonly ask: string
  readonly action: string
  readonly hidden?: Readonly<Record<string, string>>
  /** Where there is no script: what it would take, and the other ways. */
  readonly needs: string
  readonly failed: string
  /** The fields, and the button. */
  readonly children?: Child
}

/**
 * The one thing that HTML cannot do: asking the device for its key. Without the island
 * (islands/passkey.ts) the form stays hidden, and the sentence beside it says what to do instead.
 */
export const PasskeyForm = ({ view, does, ask, action, hidden, ...said }: PasskeyProps) => (
  <div class="stack">
    <p class="soft" data-passkey-without="">
      {said.needs}
    </p>
    <div hidden data-passkey={does} data-ask={at(view, ask)}>
      <Form view={view} action={action} hidden={{ ...hidden, response: '' }}>
        <div class="stack">{said.children}</div>
      </Form>
      <p class="error" role="status" hidden data-passkey-failed="">
        {said.failed}
      </p>
    </div>
    {view.scripts?.passkey && <script type="module" src={href(view.scripts.passkey)} />}
  </div>
)
