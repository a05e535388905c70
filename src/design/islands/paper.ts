import { plain } from '#platform/ruby.ts'

/** How long after the last key a new picture is asked for. */
const pause = 350

/**
 * A picture of what will be printed follows its form while somebody writes: what is typed goes to the picture's
 * own address, and the answer takes the place of the picture. Nothing is saved. Without it a button saves and shows.
 */
for (const picture of document.querySelectorAll<HTMLImageElement>('img[data-follows]')) {
  const { follows, source } = picture.dataset
  const form = follows ? document.getElementById(follows) : null
  if (!(form instanceof HTMLFormElement) || !source || !window.fetch) continue
  let waiting: number | undefined
  let asked = 0
  let shown = ''
  const draw = async () => {
    asked += 1
    const mine = asked
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string') body.append(name, value)
    const answer = await fetch(source, { method: 'POST', body, credentials: 'same-origin' })
    if (!answer.ok || mine !== asked) return
    const old = shown
    shown = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await answer.text())}`
    if (shown !== old) picture.src = shown
  }
  form.addEventListener('input', () => {
    window.clearTimeout(waiting)
    waiting = window.setTimeout(() => void draw().catch(() => undefined), pause)
  })
}

/** The hint of a field counts along: letters as a reader sees them, without their readings. */
for (const hint of document.querySelectorAll<HTMLElement>('.hint[data-most]')) {
  const field = document.getElementById(hint.id.replace(/-hint$/, ''))
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue
  const { most = '', within = '', over = '' } = hint.dataset
  field.addEventListener('input', () => {
    const letters = Array.from(plain(field.value.trim())).length
    const words = letters > Number(most) ? over : within
    hint.textContent = words.replace('#', String(letters))
  })
}
