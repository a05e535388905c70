/** What proves a report is an address of the web, or a page of our own: /plans/2012. Nothing a browser runs. */
export function isLink(text: string): boolean {
  if (/^\/(?![/\\])[^\s\\]*$/.test(text)) return true
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
