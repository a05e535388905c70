/** name → values, in the order of the form: several for checkboxes. */
type Kept = Readonly<Record<string, readonly string[]>>

const prefix = 'tomoni:'

/**
 * Keeps what is typed on this device until it is saved: a lost line, a closed window or a reload loses
 * nothing. A draft remembers the version from which it started, so that the server can still tell two
 * people's changes apart. `keeps` says which fields may stay on a device that others use as well; all unless said.
 */
export function keepDrafts(keeps: (name: string) => boolean = () => true): void {
  const frame = document.querySelector<HTMLElement>('[data-draft]')
  if (!frame) return
  const words = frame.dataset
  const key = `${prefix}${words.draft ?? ''}`
  if (words.done !== undefined) forget(key)
  const note = frame.querySelector<HTMLElement>('.draft-note')
  const form = note?.closest('form')
  if (!form || !note) return
  const values = () => valuesOf(form, keeps)
  const kept = read(key)
  if (words.fresh !== undefined) write(key, values())
  else if (kept && !same(kept, values())) offer(frame, form, key, kept)
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      note.textContent = (write(key, values()) ? words.kept : words.full) ?? ''
    }, 400)
  }
  form.addEventListener('input', keep)
  form.addEventListener('change', keep)
}

/** The draft is offered, never put in unasked: somebody else's text may be what is wanted. */
function offer(frame: HTMLElement, form: HTMLFormElement, key: string, kept: Kept): void {
  const box = document.createElement('div')
  box.className = 'notice notice-info draft-found'
  box.setAttribute('role', 'status')
  const line = document.createElement('p')
  line.textContent = frame.dataset.found ?? ''
  const actions = document.createElement('div')
  actions.className = 'actions'
  const button = (text: string | undefined, kind: string, act: () => void) => {
    const one = document.createElement('button')
    one.type = 'button'
    one.className = `button ${kind}`
    one.textContent = text ?? ''
    one.addEventListener('click', () => {
      act()
      box.remove()
      form
        .querySelector<HTMLElement>('input:not([type="hidden"]):not([tabindex="-1"]), textarea')
        ?.focus()
    })
    actions.append(one)
  }
  button(frame.dataset.restore, 'primary', () => putBack(form, kept))
  button(frame.dataset.discard, 'secondary', () => forget(key))
  box.append(line, actions)
  // Beside the button that saves: it stays in sight wherever the page was scrolled to.
  frame.querySelector('.desk-save, .draft-place')?.prepend(box)
}

function valuesOf(form: HTMLFormElement, keeps: (name: string) => boolean): Kept {
  const values: Record<string, string[]> = {}
  for (const [name, value] of new FormData(form)) {
    if (name === 'csrf' || typeof value !== 'string' || !keeps(name)) continue
    values[name] = [...(values[name] ?? []), value]
  }
  return values
}

/** With the version from which the draft started. */
function putBack(form: HTMLFormElement, kept: Kept): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type))
      field.checked = (kept[field.name] ?? []).includes(field.value)
    else if (isField(field) && field.name in kept) field.value = kept[field.name]?.[0] ?? ''
  }
  for (const fold of form.querySelectorAll('details')) fold.open = true
}

const isField = (
  field: Element,
): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  field instanceof HTMLInputElement ||
  field instanceof HTMLTextAreaElement ||
  field instanceof HTMLSelectElement

const same = (a: Kept, b: Kept) => {
  const plain = ({ version: _version, ...rest }: Kept) =>
    JSON.stringify(Object.entries(rest).toSorted(([x], [y]) => (x < y ? -1 : 1)))
  return plain(a) === plain(b)
}

function read(key: string): Kept | null {
  try {
    const text = localStorage.getItem(key)
    return text ? (JSON.parse(text) as Kept) : null
  } catch {
    return null
  }
}

function write(key: string, values: Kept): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(values))
    return true
  } catch {
    return false
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
