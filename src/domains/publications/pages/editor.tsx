import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { DeskPage } from '#design/desk-page.tsx'
import { FieldSet, Form } from '#design/form.tsx'
import { href } from '#design/href.ts'
import { Masthead } from '#design/masthead.tsx'
import { at, type View } from '#design/view.ts'
import type { Filled, Values } from '#platform/form.ts'
import { plain } from '#platform/ruby.ts'
import type { contentForm } from '../forms.ts'
import { type DeskWords, deskWords } from '../messages/desk.ts'
import { type Edition, parts, room, type YearPicture } from '../publication.ts'
import { lengthOf, roomOf } from '../rules/check.ts'
import { urls } from '../urls.ts'
import { calledIn, Done } from './desk.tsx'

type Fields = ReturnType<typeof contentForm>
type Key = keyof Fields

export interface EditorProps {
  readonly view: View
  readonly edition: Edition
  readonly form: Filled<Fields>
  readonly version: number
  /** Those of the year, of which one may stand on the page. */
  readonly pictures: readonly YearPicture[]
  /** Fields whose text has no room, with how many letters it has. */
  readonly long: ReadonlyMap<string, number>
  readonly done: string | null
}

const texts = ['kicker', 'title', 'slogan', 'leadTitle', 'lead', 'went', 'next', 'call'] as const
const shorts = ['easy', 'en', 'ko'] as const
const rows: Partial<Record<Key, number>> = { lead: 12, went: 6, next: 6, call: 4, slogan: 4 }

/** The form, and beside it the page as it will print. */
export function EditorPage(props: EditorProps) {
  const { view, edition, form, version, pictures, long, done } = props
  const d = deskWords(view)
  const { id, content } = edition
  const field = (key: Key) => {
    const most = roomOf(key)
    const letters = long.get(key)
    const fault = letters === undefined ? undefined : d.tooLong(letters, roomIn(key))
    return asked(view, form, key, {
      label: d.fields[key] ?? key,
      hint:
        key === 'slogan'
          ? d.sloganUpTo(room.sloganLines, room.sloganLine)
          : d.upTo(most, lengthOf(form.raw[key])),
      ...(key !== 'slogan' && { counted: countedBy(d, key) }),
      plain: true,
      fault,
      ...(rows[key] !== undefined && { rows: rows[key] }),
    })
  }
  const own = texts.map(field)
  const shown = asked(view, form, 'parts', {
    label: d.fields.parts ?? '',
    options: optionsOf(parts, d.parts),
  })
  const photo = [
    asked(view, form, 'picture', {
      label: d.fields.picture ?? '',
      hint: pictures.length ? d.pictureHint : d.pictureNone,
      options: [
        { value: '', label: d.pictureEmpty },
        ...pictures.map((one) => ({
          value: one.id,
          label: one.title,
          hint: one.by,
          picture: at(view, urls.thumbnail(id, one.id)),
          ...(view.locale !== 'ja' && { lang: 'ja' as const }),
        })),
      ],
      open: true,
      plain: true,
    }),
    field('caption'),
  ]
  const others = shorts.map((key) => ({ ...field(key), rows: 9 }))
  return (
    <DeskPage
      view={view}
      title={d.editTitle}
      breadcrumbs={[
        { text: d.title, path: urls.desk },
        {
          text: `${calledIn(view, edition)} ${inQuotes(view, plain(content.title))}`,
          path: urls.edition(id),
        },
      ]}
    >
      <Faults view={view} fields={[...own, shown, ...photo, ...others]} />
      <Masthead over={calledIn(view, edition)} title={d.editTitle} />
      {/* Parted, so that the page does not set it as a reading. */}
      <p class="soft">
        {d.rubyHint}{' '}
        <code lang="ja">
          {'{対馬'}
          <wbr />
          {'|つしま}'}
        </code>
      </p>
      <Done view={view} done={done} />
      <div class="editor">
        <Form view={view} action={urls.edit(id)} id="edition" hidden={{ version: String(version) }}>
          <FieldSet legend={d.texts}>
            <AskedFields view={view} fields={[...own, shown]} />
          </FieldSet>
          <FieldSet legend={d.photo}>
            <AskedFields view={view} fields={photo} />
          </FieldSet>
          <FieldSet legend={d.shorts} hint={d.shortsHint}>
            <AskedFields view={view} fields={others} />
          </FieldSet>
          <Actions>
            <Button name="then" value="look">
              {d.saveLook}
            </Button>
            <Button kind="secondary" name="then" value="done">
              {d.save}
            </Button>
            <ButtonLink view={view} path={urls.edition(id)} kind="quiet">
              {d.leave}
            </ButtonLink>
          </Actions>
        </Form>
        <Paper view={view} edition={edition} follows="edition" />
      </div>
      {view.scripts?.paper && <script type="module" src={href(view.scripts.paper)} />}
    </DeskPage>
  )
}

/** What the island says while somebody writes: `#` is how many letters there are. */
const countedBy = (d: DeskWords, key: Key) => ({
  most: roomOf(key),
  within: d.upTo(roomOf(key), '#'),
  over: d.tooLong('#', roomOf(key)),
})

/** A crumb is one text: where it is not the page's language, it is quoted. */
const inQuotes = (view: View, text: string) => (view.locale === 'ja' ? text : `“${text}”`)

const roomIn = (key: Key) => (key === 'slogan' ? room.sloganLine : roomOf(key))

interface PaperProps {
  readonly view: View
  readonly edition: Pick<Edition, 'id' | 'version'>
  /** The form whose words the picture follows while somebody writes, where scripts run. */
  readonly follows?: string
}

/** 紙面: a picture of what will be printed, and the way to its PDF. */
export function Paper({ view, edition, follows }: PaperProps) {
  const d = deskWords(view)
  const source = at(view, urls.preview(edition.id))
  return (
    <figure class="paper">
      <figcaption>
        {d.paper}
        {follows && <span class="soft">{view.scripts?.paper ? d.paperLive : d.paperLead}</span>}
      </figcaption>
      <img
        src={href(`${source}?v=${edition.version}`)}
        alt={d.paperAlt}
        data-follows={follows}
        data-source={follows && source}
      />
      <a href={at(view, urls.proof(edition.id, 'bulletin.pdf'))}>{d.paperLarge}</a>
    </figure>
  )
}

export type ContentValues = Values<Fields>
