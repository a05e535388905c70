import { honeypot } from '#platform/honeypot.ts'

export interface TrapProps {
  /** Said to those who do meet it: ここには何も書かないでください。 */
  readonly label: string
}

/** A field that people do not see, and programs fill in. */
export function Trap({ label }: TrapProps) {
  return (
    <div class="unseen">
      <label for="f-trap">{label}</label>
      <input type="text" id="f-trap" name={honeypot} tabindex={-1} autocomplete="off" />
    </div>
  )
}
