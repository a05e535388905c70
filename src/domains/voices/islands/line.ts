/**
 * Without a line nothing is sent into the void: the page stays as it is, with everything in it, and says so; as soon
 * as there is a line again it says that too. What was pressed twice is sent once.
 */
export function waitForLine(): void {
  const frame = document.querySelector<HTMLElement>('[data-sending]')
  const note = frame?.querySelector<HTMLElement>('.draft-note')
  const form = note?.closest('form')
  if (!frame || !form || !note) return
  const say = (words: string | undefined) => {
    note.textContent = words ?? ''
  }
  let isSent = false
  form.addEventListener('submit', (event) => {
    if (navigator.onLine && !isSent) {
      isSent = true
      return
    }
    event.preventDefault()
    if (!isSent) say(frame.dataset.offline)
  })
  window.addEventListener('online', () => {
    if (note.textContent === frame.dataset.offline) say(frame.dataset.online)
  })
  // Whoever comes back by the browser's own button sends again.
  window.addEventListener('pageshow', () => {
    isSent = false
  })
}
