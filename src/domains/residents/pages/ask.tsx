import type { Child } from 'hono/jsx'
import { Actions, Button, type ButtonKind } from '#design/button.tsx'
import { Form, type FormProps } from '#design/form.tsx'
import { type Faults, type Raw, Typed, wordsOf } from './fields.tsx'

export interface AskProps extends Omit<FormProps, 'method' | 'children'> {
  /** The verb on the button. */
  readonly go: string
  readonly kind?: ButtonKind
  /** Beside the button. */
  readonly beside?: Child
  readonly children?: Child
}

/** Fields one below the other, and the button that sends them: every form of this chapter. */
export const Ask = ({ go, kind = 'primary', beside, children, ...form }: AskProps) => (
  <Form {...form}>
    <div class="stack">
      {children}
      <Actions>
        <Button kind={kind}>{go}</Button>
        {beside}
      </Actions>
    </div>
  </Form>
)

export interface SixDigitsProps extends AskProps {
  readonly hint?: string
  readonly raw?: Raw
  readonly faults?: Faults
}

/** The same for the six digits that came by mail or letter. */
export const AskCode = ({ hint, raw, faults, children, ...ask }: SixDigitsProps) => (
  <Ask {...ask}>
    <Typed
      view={ask.view}
      name="code"
      label={wordsOf(ask.view).receipt.code}
      inputmode="numeric"
      autocomplete="one-time-code"
      width="short"
      {...(hint !== undefined && { hint })}
      {...(raw && { raw })}
      {...(faults && { faults })}
    />
    {children}
  </Ask>
)
