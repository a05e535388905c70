import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { deskTongue, inJapanese } from '#design/desk-tongue.ts'
import { Facts } from '#design/facts.tsx'
import { FieldSet, Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { at, type View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { withholdForm } from '../../forms/decide.ts'
import { decideWords } from '../../messages/decide.ts'
import { type Point, publicTexts, type Redaction, textsOf } from '../../point.ts'
import { publicPieces } from '../../rules/redaction.ts'
import { nameOf, type Token } from '../../rules/stretches.ts'
import type { Named, VoiceTerms } from '../../terms.ts'
import { urls } from '../../urls.ts'
import type { Taken } from '../../voice.ts'
import { Pieces } from '../public/words.tsx'
import { type Desk, Frame, type Next } from '../work/frame.tsx'
import { DecidePhotos, type DeskPhoto, type TypedPhoto } from './photos.tsx'
import { ToldNotice } from './told.tsx'

export interface DecisionProps extends Desk {
  readonly point: Point
  readonly voice: Pick<Taken, 'id' | 'number' | 'receivedOn' | 'mayPublish'>
  readonly terms: Pick<VoiceTerms, 'grounds'>
  readonly tokens: readonly Token[]
  /** As they are ticked now. */
  readonly redactions: readonly Redaction[]
  /** Whether this person may decide on it. */
  readonly mayDecide: boolean
  /** The words to take out are others than those that were looked at. */
  readonly isChanged?: boolean
  readonly refusal?: string
  readonly form: Filled<typeof withholdForm>
  readonly files: readonly string[]
  readonly photos: readonly DeskPhoto[]
  readonly typedPhoto?: TypedPhoto
  readonly upNext?: Next | undefined
}

const groundWord = (view: View, one: Named) => one[deskTongue(view)]

/** One point: its texts in words to tick, what becomes public, and the way to withhold it. */
export function DecisionPage(props: DecisionProps) {
  const { view, point, voice, mayDecide, refusal } = props
  const w = decideWords(view)
  return (
    <Frame
      {...props}
      title={w.onePage}
      over={w.point(voice.number, point.no)}
      crumbs={[
        { text: w.title, path: urls.decisions },
        { text: w.point(voice.number, point.no), path: urls.point(point.id) },
      ]}
    >
      <ToldNotice view={view} next={props.upNext} />
      {refusal && (
        <Notice view={view} kind="danger" live>
          <p>{refusal}</p>
        </Notice>
      )}
      {props.isChanged && (
        <Notice view={view} kind="warning" live>
          <p>
            {w.changed} <a href="#preview">{w.preview}</a>
          </p>
        </Notice>
      )}
      <Decided {...props} />
      {!mayDecide && <Notice view={view}>{w.own}</Notice>}
      <DecidePhotos {...props} />
      {mayDecide && (voice.mayPublish ? <Publish {...props} /> : <p>{w.wished}</p>)}
      {mayDecide && <Withhold {...props} />}
    </Frame>
  )
}

function Decided({ view, point, voice, terms, files }: DecisionProps) {
  const w = decideWords(view)
  const { decision } = point
  const ground = (key: string) => {
    const known = terms.grounds.find((one) => one.key === key)
    return known ? groundWord(view, known) : key
  }
  const now =
    decision.kind === 'undecided'
      ? w.undecided
      : decision.kind === 'shown'
        ? w.isShown
        : w.isWithheld(ground(decision.ground))
  return (
    <>
      <Facts
        pairs={[
          [w.now, now],
          [w.wish, voice.mayPublish ? w.mayPublish : w.mayNot],
          [w.section, <span {...inJapanese(view)}>{point.section}</span>],
          [w.receivedOn, w.day(voice.receivedOn)],
        ]}
      />
      {decision.kind !== 'undecided' && <p>{w.again}</p>}
      {decision.kind === 'shown' && (
        <p>
          <a href={at(view, urls.one(voice.number))}>{w.publicPage}</a>
        </p>
      )}
      {files.length > 0 && (
        <Part view={view} id="files" title={w.files} lead={w.filesLead}>
          <ul class="cluster">
            {files.map((id, n) => (
              <li>
                <a href={at(view, urls.file(voice.id, id))}>{w.file(n + 1)}</a>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

function Publish(props: DecisionProps) {
  const { view, point, terms, tokens, redactions } = props
  const w = decideWords(view)
  const texts = textsOf(point)
  const shown = publicTexts.filter((of) => texts[of])
  const isTicked = (token: Token) =>
    redactions.some((r) => r.of === token.of && r.from <= token.from && token.to <= r.to)
  return (
    <Form
      view={view}
      action={urls.decision(point.id)}
      hidden={{
        version: String(point.version),
        seen: redactions.map(nameOf).join(' '),
      }}
    >
      <Part view={view} id="mark" title={w.mark} lead={w.markLead}>
        {shown.map((of) => (
          <fieldset class="fieldset">
            <legend>{w.texts[of]}</legend>
            <p class="voice-tokens" lang="ja">
              {tokens
                .filter((token) => token.of === of)
                .map((token) => (
                  <label class="voice-token">
                    <input
                      type="checkbox"
                      name="hide"
                      value={nameOf(token)}
                      checked={isTicked(token)}
                    />
                    <span>{token.text}</span>
                  </label>
                ))}
            </p>
          </fieldset>
        ))}
        <Actions>
          <Button
            kind="secondary"
            name="do"
            value="look"
            action={at(view, `${urls.decision(point.id)}#preview`)}
          >
            {w.show}
          </Button>
        </Actions>
      </Part>
      <Part view={view} id="preview" title={w.preview} lead={w.previewLead}>
        <Facts
          pairs={shown.map((of) => [
            w.texts[of],
            <Pieces
              view={view}
              pieces={publicPieces(of, texts[of], redactions)}
              grounds={terms.grounds}
            />,
          ])}
        />
        {redactions.length > 0 && (
          <FieldSet legend={w.grounds}>
            {redactions.map((one) => (
              <div class="field">
                <label for={`g-${nameOf(one)}`}>
                  {w.groundOf(texts[one.of].slice(one.from, one.to))}
                </label>
                <select class="input" id={`g-${nameOf(one)}`} name={`ground.${nameOf(one)}`}>
                  {terms.grounds.map((ground) => (
                    <option value={ground.key} selected={ground.key === one.ground}>
                      {groundWord(view, ground)}
                    </option>
                  ))}
                </select>
              </div>
            ))}
          </FieldSet>
        )}
        <Actions>
          <Button name="do" value="publish">
            {w.publish}
          </Button>
        </Actions>
      </Part>
    </Form>
  )
}

function Withhold({ view, point, terms, form, voice }: DecisionProps) {
  const w = decideWords(view)
  const fields = [
    asked(view, form, 'ground', {
      label: w.ground,
      options: terms.grounds
        // A wish that was not uttered is no ground.
        .filter(({ key }) => key !== 'wish' || !voice.mayPublish)
        .map((one) => ({ value: one.key, label: groundWord(view, one) })),
    }),
    asked(view, form, 'reason', { label: w.reason, rows: 3 }),
  ]
  return (
    <Part view={view} id="withhold" title={w.withhold} lead={w.withholdLead}>
      <Faults view={view} fields={fields} />
      <Form
        view={view}
        action={urls.decision(point.id)}
        hidden={{ version: String(point.version) }}
      >
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button kind="secondary" name="do" value="withhold">
            {w.withholdGo}
          </Button>
        </Actions>
      </Form>
    </Part>
  )
}
