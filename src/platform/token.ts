import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, as they stand in a cookie or a link. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/**
 * What is kept of a token: who reads the database cannot use it. Only for tokens of full randomness;
 * what people choose or type is marked with a key (`Seal.mark`) or hashed slowly.
 */
export const hashOf = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')
