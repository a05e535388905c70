import pg from 'pg'

/** A whole number beyond 2^53 would change silently; that is a bug, and says so. */
function toNumber(text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && !Number.isSafeInteger(number))
    throw new RangeError(`${text} is too large for a number`)
  return number
}

const { builtins } = pg.types
/** By number: pg's own list of types names no arrays. */
const parserOf = pg.types.getTypeParser as (oid: number) => (text: string) => unknown
const textArray = parserOf(1009) as (text: string) => readonly (string | null)[]

/**
 * How columns become values, in one place for both engines. A date has no time of day and no zone: it
 * stays 'YYYY-MM-DD'. tables.ts is generated with the same choices.
 */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, toNumber],
  [builtins.NUMERIC, toNumber],
  [builtins.DATE, (text) => text],
  // Their arrays: bigint[], numeric[], date[].
  [1016, (text) => textArray(text).map((one) => (one === null ? null : toNumber(one)))],
  [1231, (text) => textArray(text).map((one) => (one === null ? null : toNumber(one)))],
  [1182, textArray],
])

export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}
