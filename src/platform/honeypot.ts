/** A field that people do not see and programs fill in. Its name invites them. */
export const honeypot = 'homepage_url'

/** Whether a program filled in the form. The sender is thanked all the same, and nothing is kept. */
export function isTrapped(body: Readonly<Record<string, unknown>>): boolean {
  const given = body[honeypot]
  return typeof given === 'string' ? given.trim() !== '' : given !== undefined
}
