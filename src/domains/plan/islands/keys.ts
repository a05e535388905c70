/** j k Enter in tables, / to the search field, ? to the help. Never while somebody types. */
export function followKeys(): void {
  let at = -1
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const rows = [...document.querySelectorAll<HTMLElement>('tr[data-href]')]
    if (event.key === 'j' || event.key === 'k') {
      at = Math.min(rows.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)))
      for (const row of rows) row.classList.toggle('at', row === rows[at])
      const link = rows[at]?.querySelector<HTMLElement>('th a') ?? rows[at]
      link?.focus()
      link?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === '/') {
      const search = document.querySelector<HTMLInputElement>('main input[type="search"]')
      if (!search) return
      event.preventDefault()
      search.focus()
      search.select()
    } else if (event.key === '?') {
      const help = document.querySelector<HTMLDetailsElement>('[data-keys]')
      if (!help) return
      help.open = !help.open
      help.querySelector('summary')?.focus()
    }
  })
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && target.type === 'checkbox')
