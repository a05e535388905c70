/** Cut at a sentence where there is one, so that a cell never ends in the middle of a word. */
export function shortened(text: string, most: number): string {
  const letters = [...text.replace(/\s+/gu, ' ').trim()]
  if (letters.length <= most) return letters.join('')
  const cut = letters.slice(0, most - 1).join('')
  const end = cut.lastIndexOf('。')
  return end > most / 3 ? cut.slice(0, end + 1) : `${cut}…`
}
