/** An even choice among `size`; what would favour the first ones is thrown away. */
export function below(size: number): number {
  const most = Math.floor(2 ** 32 / size) * size
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (drawn < most) return drawn % size
  }
}

/** Six digits, the first may be zero: what is sent to be typed in. Few tries and a short life guard it. */
export const sixDigits = (): string => String(below(1_000_000)).padStart(6, '0')
