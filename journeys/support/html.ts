/** Enough of HTML to walk our own pages, whose attributes are always quoted. */
export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

export const decoded = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole
    const hex = /^#x/i.test(name)
    return String.fromCodePoint(Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10))
  })

const tag = (name: string, inner: string): Tag => ({
  name: name.toLowerCase(),
  attributes: Object.fromEntries(
    [...inner.matchAll(/([^\s=/"]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
      key.toLowerCase(),
      decoded(value),
    ]),
  ),
})

const opening = /<([a-z][a-z0-9-]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?|\s*\/)*)\s*>/gi

export const tagsIn = (html: string, ...names: readonly string[]): Tag[] =>
  [...html.matchAll(opening)]
    .map(([, name = '', inner = '']) => tag(name, inner))
    .filter(({ name }) => !names.length || names.includes(name))

export interface PageForm {
  readonly action: string
  readonly method: 'get' | 'post'
  /** What a browser would send if nobody touched anything, button aside. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** Every value that can be chosen, by the name of the control. */
  readonly choices: ReadonlyMap<string, readonly string[]>
  readonly buttons: readonly Tag[]
}

/** The forms of a page, in order; controls elsewhere that belong to one by `form=` are in it too. */
export function formsIn(html: string, path: string): PageForm[] {
  const whole = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)]
  return whole.map(([, head = '', inner = '']) => {
    const { attributes } = tag('form', head)
    const outside = attributes.id
      ? [...html.matchAll(/<(input|button)\b[^>]*>/gi)]
          .map(([text]) => text)
          .filter((text) => text.includes(`form="${attributes.id}"`) && !inner.includes(text))
          .join('')
      : ''
    const content = inner + outside
    const inputs = tagsIn(content, 'input')
    return {
      action: attributes.action || path,
      method: attributes.method?.toLowerCase() === 'post' ? 'post' : 'get',
      fields: [...inputs.flatMap(inputValue), ...selects(content), ...areas(content)],
      choices: choicesIn(content, inputs),
      buttons: tagsIn(content, 'button'),
    }
  })
}

function inputValue({ attributes: a }: Tag): (readonly [string, string])[] {
  const { name, type = 'text', value = type === 'checkbox' ? 'on' : '' } = a
  if (!name || type === 'submit' || type === 'image' || type === 'file' || 'disabled' in a)
    return []
  if ((type === 'radio' || type === 'checkbox') && !('checked' in a)) return []
  return [[name, value]]
}

const selectPattern = /<select\b([^>]*)>([\s\S]*?)<\/select>/gi

function selects(html: string): (readonly [string, string])[] {
  return [...html.matchAll(selectPattern)].flatMap(([, head = '', inner = '']) => {
    const { name } = tag('select', head).attributes
    const options = tagsIn(inner, 'option')
    const chosen = options.find(({ attributes }) => 'selected' in attributes) ?? options[0]
    return name && chosen ? [[name, chosen.attributes.value ?? ''] as const] : []
  })
}

function areas(html: string): (readonly [string, string])[] {
  return [...html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/gi)].flatMap(
    ([, head = '', inner = '']) => {
      const { name } = tag('textarea', head).attributes
      return name ? [[name, decoded(inner).replace(/^\n/, '')] as const] : []
    },
  )
}

function choicesIn(html: string, inputs: readonly Tag[]): ReadonlyMap<string, readonly string[]> {
  const choices = new Map<string, string[]>()
  const add = (name: string, value: string) =>
    choices.set(name, [...(choices.get(name) ?? []), value])
  for (const { attributes: a } of inputs)
    if (a.name && (a.type === 'radio' || a.type === 'checkbox')) add(a.name, a.value ?? 'on')
  for (const [, head = '', inner = ''] of html.matchAll(selectPattern)) {
    const { name } = tag('select', head).attributes
    if (name)
      for (const { attributes } of tagsIn(inner, 'option')) add(name, attributes.value ?? '')
  }
  return choices
}

/** What a person reads on a page: without tags, readings and the spaces between. */
export const readable = (html: string): string =>
  decoded(
    html
      .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
      .replace(/<rp>[\s\S]*?<\/rp>|<rt>[\s\S]*?<\/rt>/gi, '')
      .replace(/<[^>]+>/g, ''),
  )
    .normalize('NFKC')
    .replace(/\s+/gu, '')
