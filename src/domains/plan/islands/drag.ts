/** Rows can be dragged to another place, by mouse; the arrows beside them do the same for everyone. */
export function letDrag(): void {
  const bench = document.querySelector<HTMLElement>('[data-bench]')
  const address = bench?.dataset.bench
  if (!bench || !address) return
  let dragged: HTMLElement | null = null
  for (const row of bench.querySelectorAll<HTMLElement>('tr[data-item]')) row.draggable = true
  bench.addEventListener('dragstart', (event) => {
    dragged = rowAt(event.target)
    event.dataTransfer?.setData('text/plain', dragged?.dataset.item ?? '')
    dragged?.classList.add('dragged')
  })
  bench.addEventListener('dragend', () => {
    dragged?.classList.remove('dragged')
    clear(bench)
    dragged = null
  })
  bench.addEventListener('dragover', (event) => {
    const group = groupAt(event.target)
    if (!dragged || !group) return
    event.preventDefault()
    clear(bench)
    const row = rowAt(event.target)
    if (row) row.classList.add(isBelow(row, event) ? 'drop-after' : 'drop-before')
    else group.classList.add('drop-into')
  })
  bench.addEventListener('drop', (event) => {
    const group = groupAt(event.target)
    if (!dragged || !group) return
    event.preventDefault()
    const rest = [...group.querySelectorAll<HTMLElement>('tr[data-item]')].filter(
      (row) => row !== dragged,
    )
    const row = rowAt(event.target)
    const at = row ? rest.indexOf(row) + (isBelow(row, event) ? 1 : 0) : rest.length
    // Dropped on itself: stays.
    if (row === dragged) return
    send(address, {
      item: dragged.dataset.item ?? '',
      group: group.dataset.group ?? '',
      at: String(Math.max(0, at)),
    })
  })
}

const rowAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('tr[data-item]') : null
const groupAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-group]') : null

function isBelow(row: HTMLElement, event: DragEvent): boolean {
  const { top, height } = row.getBoundingClientRect()
  return event.clientY > top + height / 2
}

function clear(bench: HTMLElement): void {
  for (const one of bench.querySelectorAll('.drop-before, .drop-after, .drop-into'))
    one.classList.remove('drop-before', 'drop-after', 'drop-into')
}

/** An ordinary form post: the page comes back with the item in its new place. */
function send(address: string, fields: Readonly<Record<string, string>>): void {
  const form = document.querySelector<HTMLFormElement>('form#bench')
  if (!form) return
  form.action = address
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  form.submit()
}
