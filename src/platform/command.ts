/** Where a command reads from and speaks to: a terminal, or the far end of the control socket. */
export interface Io {
  readonly cwd: string
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}
