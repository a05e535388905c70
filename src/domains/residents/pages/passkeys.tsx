import { Actions, Button } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { EmptyState, Entries } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { PasskeyForm } from '#design/passkey.tsx'
import type { View } from '#design/view.ts'
import type { NamedPasskey } from '../passkey.ts'
import { urls } from '../urls.ts'
import { Press, Typed, wordsOf } from './fields.tsx'
import { fromMe, Sheet } from './frame.tsx'
import { ProveFirst } from './prove.tsx'

export interface PasskeysProps {
  readonly view: View
  readonly keys: readonly NamedPasskey[]
  /** Shown to be the owner just now: only then a key is added or taken away. */
  readonly isFresh: boolean
  readonly reason?: string | undefined
  readonly good?: string | undefined
}

/** The keys of one's devices: which there are, one more, one less. */
export function PasskeysPage({ view, keys, isFresh, reason, good }: PasskeysProps) {
  const { passkey: t, me } = wordsOf(view)
  return (
    <Sheet
      view={view}
      title={t.title}
      lead={t.lead}
      trail={[fromMe(view), { text: me.security, path: urls.meDo('security') }]}
      reason={reason}
      good={good}
    >
      <Part view={view} id="keys" title={t.mine}>
        {keys.length === 0 ? (
          <EmptyState title={t.none}>
            <p>{t.noneTodo}</p>
          </EmptyState>
        ) : (
          <Entries>
            {keys.map((key) => (
              <Key view={view} passkey={key} isFresh={isFresh} />
            ))}
          </Entries>
        )}
      </Part>
      <Part view={view} id="add" title={t.add}>
        {isFresh ? (
          <PasskeyForm
            view={view}
            does="create"
            ask={urls.passkeysDo('ask')}
            action={urls.passkeys}
            needs={t.addNeeds}
            failed={t.addFailed}
          >
            <Typed
              view={view}
              name="name"
              label={t.name}
              hint={t.nameHint}
              required={false}
              width="medium"
            />
            <Actions>
              <Button>{t.add}</Button>
            </Actions>
          </PasskeyForm>
        ) : (
          <ProveFirst view={view} onward={urls.passkeys} />
        )}
      </Part>
    </Sheet>
  )
}

interface KeyProps extends Pick<PasskeysProps, 'view' | 'isFresh'> {
  readonly passkey: NamedPasskey
}

function Key({ view, passkey, isFresh }: KeyProps) {
  const { passkey: t } = wordsOf(view)
  const { id, name, addedAt, lastUsedAt } = passkey
  const added = t.added(longDate(view.locale, addedAt))
  const used = lastUsedAt ? t.used(longDate(view.locale, lastUsedAt)) : t.unused
  return (
    <li class="entry">
      <div class="entry-text stack-tight">
        <p>
          <strong>{name || t.unnamed}</strong>
        </p>
        <p class="soft">
          {added} {used}
        </p>
      </div>
      {isFresh && (
        <div class="entry-side">
          <Press
            view={view}
            action={urls.passkeysDo(`${id}/remove`)}
            text={t.remove(name || t.unnamed)}
          />
        </div>
      )}
    </li>
  )
}
