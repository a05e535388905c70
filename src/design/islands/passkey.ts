/** Asks the device for its key, and sends the form with the answer. */
const bytesOf = (text: string): ArrayBuffer =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0))
    .buffer

const textOf = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

interface Named {
  readonly id: string
  readonly type: 'public-key'
}
interface Asked {
  readonly challenge: string
  readonly user?: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly excludeCredentials?: readonly Named[]
  readonly allowCredentials?: readonly Named[]
}

const named = (list: readonly Named[] | undefined) =>
  (list ?? []).map((one) => ({ ...one, id: bytesOf(one.id) }))

async function answerTo(kind: string, asked: Asked): Promise<unknown> {
  const challenge = bytesOf(asked.challenge)
  const made = kind === 'create'
  const credential = made
    ? await navigator.credentials.create({
        publicKey: {
          ...(asked as unknown as PublicKeyCredentialCreationOptions),
          challenge,
          user: {
            ...(asked.user ?? { name: '', displayName: '' }),
            id: bytesOf(asked.user?.id ?? ''),
          },
          excludeCredentials: named(asked.excludeCredentials),
        },
      })
    : await navigator.credentials.get({
        publicKey: {
          ...(asked as unknown as PublicKeyCredentialRequestOptions),
          challenge,
          allowCredentials: named(asked.allowCredentials),
        },
      })
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no key')
  const { response } = credential
  const said: Record<string, unknown> = { clientDataJSON: textOf(response.clientDataJSON) }
  if (response instanceof AuthenticatorAttestationResponse) {
    said.attestationObject = textOf(response.attestationObject)
    said.transports = response.getTransports ? response.getTransports() : []
  }
  if (response instanceof AuthenticatorAssertionResponse) {
    said.authenticatorData = textOf(response.authenticatorData)
    said.signature = textOf(response.signature)
    said.userHandle = textOf(response.userHandle)
  }
  const { id, type } = credential
  const rawId = textOf(credential.rawId)
  return { id, rawId, type, response: said, clientExtensionResults: {} }
}

function help(box: HTMLElement): void {
  const form = box.querySelector('form')
  const field = form?.querySelector<HTMLInputElement>('input[name=response]')
  const failed = box.querySelector<HTMLElement>('[data-passkey-failed]')
  const { ask = '', passkey: kind = '' } = box.dataset
  if (!form || !field) return
  box.hidden = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (failed) failed.hidden = true
    try {
      const body = new URLSearchParams()
      new FormData(form).forEach((value, name) => {
        body.append(name, String(value))
      })
      const asked = await fetch(ask, { method: 'POST', body, credentials: 'same-origin' })
      if (!asked.ok) throw new Error(String(asked.status))
      field.value = JSON.stringify(await answerTo(kind, await asked.json()))
      form.submit()
    } catch {
      if (failed) failed.hidden = false
    }
  })
}

if ('PublicKeyCredential' in window) {
  for (const box of Array.from(document.querySelectorAll<HTMLElement>('[data-passkey]'))) help(box)
  for (const said of Array.from(document.querySelectorAll<HTMLElement>('[data-passkey-without]')))
    said.hidden = true
}
