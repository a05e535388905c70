import { existsSync } from 'node:fs'

const withoutWindows = '/usr/lib/chromium/chromium-headless-shell'

/** The same engine without its windows starts and draws in two thirds of the time, where it is there. */
export const executablePath =
  process.env.TOMONI_CHROMIUM ?? (existsSync(withoutWindows) ? withoutWindows : '/usr/bin/chromium')
