import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Refusal, Refused } from '#platform/result.ts'
import { ErrorPage } from './error-page.tsx'
import type { ErrorWords } from './messages/errors.ts'
import { errors } from './messages/errors.ts'
import type { View } from './view.ts'

type Kind = Exclude<keyof ErrorWords, 'refusals'>

/**
 * Which page a refusal becomes, and with which status. A refusal is no bug; everything else is. `more`: words of a
 * chapter whose reasons are its own.
 */
export function errorPage(
  view: View,
  thrown: Error,
  request: string,
  more: Readonly<Record<string, string>> = {},
) {
  const { kind, status, basis } = read(thrown)
  const t = errors[view.locale]
  const { title, todo, written } = t[kind]
  const reason = basis === undefined ? reasonIn(view, thrown, more) : undefined
  const body = (
    <ErrorPage
      view={view}
      title={title}
      written={written}
      todo={todo}
      request={request}
      {...(reason && { reason })}
      {...(basis && { basis })}
    />
  )
  return { status, body }
}

function read(thrown: Error): { kind: Kind; status: ContentfulStatusCode; basis?: string } {
  if (thrown instanceof Refused) return ofRefusal(thrown.refusal)
  if (thrown instanceof HTTPException) {
    if (thrown.status === 403) return { kind: 'forged', status: 403 }
    if (thrown.status === 413) return { kind: 'large', status: 413 }
    return { kind: 'missing', status: thrown.status as ContentfulStatusCode }
  }
  return { kind: 'bug', status: 500 }
}

function ofRefusal(refusal: Refusal): { kind: Kind; status: ContentfulStatusCode; basis?: string } {
  switch (refusal.kind) {
    case 'not-found':
      return { kind: 'missing', status: 404 }
    case 'not-signed-in':
      return { kind: 'notAllowed', status: 401 }
    case 'not-allowed':
      return { kind: 'notAllowed', status: 403, basis: refusal.basis }
    case 'wrong-state':
      return { kind: 'wrongState', status: 409, basis: refusal.basis }
    case 'stale':
      return { kind: 'stale', status: 409 }
    case 'refused':
      return { kind: 'refused', status: 422 }
  }
}

/** Why, in words; a reason without words is shown as it is rather than kept back. */
function reasonIn(view: View, thrown: Error, more: Readonly<Record<string, string>>): string {
  if (!(thrown instanceof Refused) || thrown.refusal.kind !== 'refused') return ''
  const { reason, place } = thrown.refusal
  const words = errors[view.locale].refusals[reason] ?? more[reason] ?? reason
  return place ? `${words} (${place})` : words
}
