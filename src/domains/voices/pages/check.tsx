import type { Child } from 'hono/jsx'
import { AskedFields } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import type { AskedField, Option } from '#design/field-kinds.ts'
import { Notice } from '#design/notice.tsx'
import { ProofField } from '#design/proof.tsx'
import type { View } from '#design/view.ts'
import { moderationWords } from '#domains/moderation/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Challenge } from '#platform/proof-of-work.ts'
import { placeWords } from '../messages/place.ts'
import { Chosen, type Placing } from './chosen.tsx'
import { Stopped } from './stopped.tsx'
import { carried, Sending, Sheet, type Typed, wordsOf } from './write.tsx'

export interface CheckProps {
  readonly view: View
  readonly typed: Typed
  readonly choices: readonly Option[]
  readonly placing?: Placing | undefined
  /** The form's own key, by which a second sending is known. */
  readonly form: string
  /** What is wrong with the photos, in words. */
  readonly photoFault?: string
  /** It came back without being sent: a file field cannot be filled in again by us. */
  readonly isBack?: boolean
  /** The form is flooded: work is asked for. */
  readonly challenge?: Challenge | undefined
  readonly isUnproven?: boolean
  /** The last day on which this person may not send from the site. */
  readonly stopped?: IsoDate
  /** Minutes. */
  readonly wait?: number
}

/** 確かめて送る: everything once more, the photos, and the one button that sends. */
export function CheckPage(props: CheckProps) {
  const { view, typed, form, isBack, challenge, wait } = props
  const w = wordsOf(view)
  const m = moderationWords[view.locale]
  const photos: AskedField = {
    kind: 'file',
    name: 'photos',
    label: w.photos,
    hint: w.photosHint,
    accept: 'image/*',
    multiple: true,
    ...(props.photoFault !== undefined && { error: props.photoFault }),
  }
  return (
    <Sheet view={view} step={2} title={w.checkTitle} lead={w.checkLead} fields={[photos]}>
      {wait !== undefined && (
        <Notice view={view} kind="warning" live>
          <p>{w.wait(wait)}</p>
        </Notice>
      )}
      {props.stopped && <Stopped view={view} until={props.stopped} />}
      {isBack && wait === undefined && !props.stopped && (
        <Notice view={view} kind="warning" live>
          <p>{w.photosAgain}</p>
        </Notice>
      )}
      <Facts pairs={pairsOf(props)} names="above" />
      <Sending
        view={view}
        multipart
        hidden={{ ...carried(typed.what), ...carried(typed.who), form }}
      >
        <AskedFields view={view} fields={[photos]} />
        {challenge && (
          <ProofField
            view={view}
            challenge={challenge}
            slowPath="/wait/voices.send"
            words={{
              title: m.proof,
              text: m.proofText,
              slow: m.proofSlow,
              open: m.proofGet,
              code: m.proofCode,
              fault: m.proofFault,
            }}
            wrong={props.isUnproven === true}
          />
        )}
        <Actions>
          <Button name="step" value="send">
            {w.send}
          </Button>
          <Button kind="secondary" name="step" value="back-what">
            {w.fixWhat}
          </Button>
          <Button kind="secondary" name="step" value="back-who">
            {w.fixWho}
          </Button>
        </Actions>
      </Sending>
    </Sheet>
  )
}

/** What will be sent, in words; only the chosen way of answering. */
function pairsOf({
  view,
  typed,
  choices,
  placing,
}: CheckProps): readonly (readonly [string, Child])[] {
  const w = wordsOf(view)
  const { what, who } = typed
  const { values } = who
  const named = <K extends string>(words: Readonly<Record<K, string>>, key: K | undefined) =>
    key === undefined ? '' : words[key]
  const reach = values?.reach
  const contact =
    reach === 'mail'
      ? [who.raw.mail]
      : reach === 'phone'
        ? [who.raw.phone]
        : reach === 'letter'
          ? [who.raw.name, who.raw.postcode, who.raw.address]
          : []
  return [
    [w.text, <span class="lines">{what.raw.text}</span>],
    [w.place, what.raw.place || w.none],
    ...(placing && what.values?.point
      ? [
          [
            placeWords[view.locale].chosen,
            <Chosen view={view} {...placing} id="chosen" spot={what.values.point} />,
          ] as const,
        ]
      : []),
    [w.district, choices.find(({ value }) => value === what.raw.district)?.label ?? w.districtNone],
    [w.sender, named(w.senders, values?.sender)],
    [w.ageBand, values?.ageBand ? w.ageBands[values.ageBand] : w.ageBandNone],
    [w.publish, named(w.publishes, values?.publish)],
    [w.reach, [named(w.ways, reach), ...contact].join(' ')],
  ]
}
