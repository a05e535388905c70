import type { Child } from 'hono/jsx'
import { href } from './href.ts'

/** Drawn on a square of 24, in the colour of the text beside them. Never alone: a word stands near. */
const drawings = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 21 21',
  menu: 'M3 6h18M3 12h18M3 18h18',
  open: 'm5 9 7 7 7-7',
  onward: 'm9 5 7 7-7 7',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v6M12 7v.5',
  check: 'm4 12.5 5.5 5.5L20 6.5',
  care: 'M12 3.5 2.5 20.5h19ZM12 10v5M12 17.5v.5',
  danger: 'M8 3h8l5 5v8l-5 5H8l-5-5V8ZM12 7v6M12 16v.5',
  ring: 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z',
  play: 'M7 5v14l11-7Z',
  square: 'M6 6h12v12H6Z',
  pencil: 'm4 20 1-5L16 4l4 4L9 19Z',
  phone:
    'M6 3h4l1.5 5L9 10a11 11 0 0 0 5 5l2-2.5 5 1.5v4a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2Z',
  file: 'M6 3h8l5 5v13H6ZM14 3v5h5M9 13h7M9 17h7',
} as const

export type IconName = keyof typeof drawings

export interface IconProps {
  readonly name: IconName
  /** In pixels of the plain setting; grows with the text. */
  readonly size?: 16 | 20 | 24
}

const solid: readonly IconName[] = ['play', 'square']

export function Icon({ name, size = 20 }: IconProps) {
  return (
    <svg
      class={`icon icon-${size}`}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill={solid.includes(name) ? 'currentColor' : 'none'}
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  )
}

export interface CrestProps {
  readonly src?: string
}

/** 紋: the city's own, or sun over sea. */
export function Crest({ src }: CrestProps): Child {
  if (src !== undefined) return <img src={href(src)} alt="" width="36" height="36" />
  return (
    <svg viewBox="0 0 44 44" width="36" height="36" aria-hidden="true" focusable="false">
      <circle cx="22" cy="22" r="22" fill="#004c59" />
      <circle cx="22" cy="16.5" r="6" fill="#ca2400" stroke="#fefcf6" stroke-width="1.5" />
      <g fill="none" stroke="#fefcf6" stroke-width="2.25" stroke-linecap="round">
        <path d="M5 26q4.25-5 8.5 0t8.5 0 8.5 0 8.5 0" />
        <path d="M8 32.5q3.5-4.5 7 0t7 0 7 0 7 0" />
      </g>
    </svg>
  )
}

/** The same for the tab of a browser, as a file of its own. */
export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44"><circle cx="22" cy="22" r="22" fill="#004c59"/><circle cx="22" cy="16.5" r="6" fill="#ca2400" stroke="#fefcf6" stroke-width="1.5"/><g fill="none" stroke="#fefcf6" stroke-width="2.25" stroke-linecap="round"><path d="M5 26q4.25-5 8.5 0t8.5 0 8.5 0 8.5 0"/><path d="M8 32.5q3.5-4.5 7 0t7 0 7 0 7 0"/></g></svg>`
