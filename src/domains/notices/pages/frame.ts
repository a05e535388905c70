import type { Child } from 'hono/jsx'
import type { View } from '#design/view.ts'

export interface FrameProps {
  readonly view: View
  readonly title: string
  readonly children?: Child
}

/** What stands around a person's notices: the desk for staff, the own page for residents. */
export type Frame = (props: FrameProps) => Child
