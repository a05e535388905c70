import { encode } from 'uqr'

interface QrProps {
  /** What a camera reads from it. */
  readonly text: string
  /** What it is, for those who do not see it. */
  readonly label: string
}

/** A QR code as one path of an SVG: no picture to fetch, no inline style, sharp in print. */
export function Qr({ text, label }: QrProps) {
  const { data, size } = encode(text, { border: 4 })
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width="240" height="240" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}
