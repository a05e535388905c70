import { asked } from '#design/asked.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Part } from '#design/masthead.tsx'
import { Timeline } from '#design/timeline.tsx'
import type { Fields, Filled } from '#platform/form.ts'
import { workWords } from '../../messages/work.ts'
import type { Point } from '../../point.ts'
import { urls } from '../../urls.ts'
import type { Original, Voice } from '../../voice.ts'
import type { VoiceAction } from '../../workflow.ts'
import type { Placing } from '../chosen.tsx'
import type { Desk, Next } from './frame.tsx'
import { FoldedStep } from './steps.tsx'

export interface ShownNote {
  readonly asked: string
  readonly text: string
  readonly at: Date
  readonly by: string
  readonly isAnswered: boolean
}

export interface VoiceProps extends Desk {
  readonly voice: Voice
  readonly points: readonly Point[]
  readonly offers: ReadonlySet<VoiceAction>
  /** null: not for this reader. */
  readonly original: Original | null
  /** The city's map, where the sender chose a place on it. */
  readonly placing?: Placing | undefined
  readonly files: readonly { readonly id: string; readonly mediaType: string }[]
  readonly district: string
  readonly counts: { readonly texts: number; readonly persons: number }
  readonly into: Pick<Voice, 'id' | 'number'> | null
  /** Others with the same words that could be joined to it. */
  readonly same: number
  readonly notes: readonly ShownNote[]
  readonly sections: readonly string[]
  readonly history: readonly { readonly at: Date; readonly what: string; readonly by: string }[]
  readonly forms: Readonly<Record<'wait' | 'note' | 'join' | 'open', Filled<Fields>>>
  /** Why it could not be joined. */
  readonly refused?: string | undefined
  readonly upNext?: Next | undefined
}

/** Who sent it: closed, with the form that opens it. */
export function SenderPart({ view, voice, forms }: VoiceProps) {
  const w = workWords(view)
  const fields = [
    asked(view, forms.open, 'purpose', {
      label: w.purpose,
      among: 'open',
      options: Object.entries(w.purposes).map(([value, label]) => ({ value, label })),
    }),
    asked(view, forms.open, 'reason', { label: w.reason, rows: 2, among: 'open' }),
  ]
  return (
    <Part view={view} id="sender" title={w.sender}>
      <FoldedStep
        view={view}
        action={urls.workStep(voice.id, 'sender')}
        title={w.openSender}
        hidden={{}}
        hint={w.senderClosed}
        fields={fields}
      />
    </Part>
  )
}

/** What colleagues wrote, and the form for one more. */
export function Notes({ view, voice, offers, notes, sections, forms }: VoiceProps) {
  const w = workWords(view)
  const fields = [
    asked(view, forms.note, 'note', { label: w.note, rows: 3 }),
    asked(view, forms.note, 'asked', {
      label: w.ask,
      hint: w.askHint,
      empty: w.nobodyAsked,
      options: sections.map((one) => ({ value: one, label: one })),
    }),
  ]
  return (
    <Part view={view} id="notes" title={w.notes} lead={w.notesLead}>
      {notes.length > 0 && (
        <Timeline
          view={view}
          entries={notes.map((one) => ({
            date: one.at,
            title: one.asked ? w.askedOf(one.asked) : w.note,
            by: one.by,
            text: (
              <>
                <p class="lines" {...inJapanese(view)}>
                  {one.text}
                </p>
                {one.asked && !one.isAnswered && <p class="soft">{w.unanswered}</p>}
              </>
            ),
          }))}
        />
      )}
      {offers.has('note') && (
        <FoldedStep
          view={view}
          action={urls.workStep(voice.id, 'note')}
          title={w.addNote}
          hidden={{}}
          fields={fields}
        />
      )}
    </Part>
  )
}
