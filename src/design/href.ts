const known = /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\])|[#?])/i

/** What a browser would strip from an address before reading its scheme. */
const unseen = (code: number) => code <= 0x20 || code === 0x7f

/**
 * The one way an address gets into a page. A link is to this site, the web, mail or a telephone;
 * anything else (javascript:, data:, //elsewhere) becomes a link that leads nowhere.
 */
export function href(address: string): string {
  const bare = [...address].filter((letter) => !unseen(letter.codePointAt(0) ?? 0)).join('')
  return known.test(bare) ? bare : '#'
}

/** tel: as a telephone wants it; the number itself is shown as the city writes it. */
export function telephone(number: string): string {
  return href(`tel:${number.normalize('NFKC').replace(/[^0-9+]/g, '')}`)
}
