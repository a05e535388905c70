// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** A text without what no keyboard makes and no database keeps: NUL, other controls, half characters. */
export const storable = (text: string): string => text.toWellFormed().replace(unseen, '')
