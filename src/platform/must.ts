/** Names a promise of the database that did not hold. A bug, not a refusal. */
export function must<T>(value: T | null | undefined, promise: string): T {
  if (value === null || value === undefined) throw new Error(`broken promise: ${promise}`)
  return value
}
