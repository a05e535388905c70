interface Task {
  readonly token: string
  readonly bits: number
}

const zerosOf = (hash: Uint8Array) => {
  let zeros = 0
  for (const byte of hash) {
    if (byte !== 0) return zeros + Math.clz32(byte) - 24
    zeros += 8
  }
  return zeros
}

/** Looks for a number so that SHA-256 of `token:number` begins with enough zeros; many at once. */
async function work({ token, bits }: Task): Promise<string> {
  const bytes = new TextEncoder()
  for (let from = 0; ; from += 256) {
    const hashes = await Promise.all(
      Array.from({ length: 256 }, (_, n) =>
        crypto.subtle.digest('SHA-256', bytes.encode(`${token}:${from + n}`)),
      ),
    )
    const hit = hashes.findIndex((hash) => zerosOf(new Uint8Array(hash)) >= bits)
    if (hit >= 0) return String(from + hit)
  }
}

self.onmessage = ({ data }: MessageEvent<Task>) => {
  void work(data).then((answer) => self.postMessage(answer))
}
