/** What can be said of the parts without asking anybody: from the lock file, package.json and the exceptions. */
export interface Lock {
  readonly packages: Readonly<Record<string, Locked>>
}
interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  readonly optional?: boolean
  readonly link?: boolean
  readonly hasInstallScript?: boolean
}

/** GHSA-… of one package, with why it does no harm here and the last day on which that is believed. */
export interface Dated {
  readonly advisory: string
  readonly package: string
  readonly until: string
}

/** Where a package comes from that the registry does not give to this system (docs/decisions/0012). */
const binaryOfOthers = /^@myriaddreamin\/typst-ts-node-compiler-/
const registry = 'https://registry.npmjs.org/'

/**
 * Licences under which a part may be handed on within an AGPL-3.0 product. LGPL parts are loaded as they are and
 * can be replaced; `BSD` is what the package duck writes for its two clauses.
 */
const mayBeHandedOn = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'ISC',
  ],
  ...['LGPL-3.0', 'LGPL-3.0-or-later', 'MIT', 'MIT-0', 'MPL-2.0', 'OFL-1.1', 'Python-2.0', 'Zlib'],
])

/** `(MIT OR GPL-3.0-or-later)`: one of the choices is enough; of what is joined by AND, all. */
export const isFree = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => mayBeHandedOn.has(one.trim())))

const nameOf = (place: string) => place.split('node_modules/').at(-1) ?? ''

export interface Offline {
  readonly packages: number
  /** A sentence each; none means that everything that can be seen here is as it should be. */
  readonly findings: readonly string[]
}

/** Origin and hash of every part, programs that would run on installation, licences, exceptions that are over. */
export function offline(
  { packages }: Lock,
  mayRun: readonly string[],
  exceptions: readonly Dated[],
  today: string,
): Offline {
  const all = Object.entries(packages).filter(([place]) => place !== '')
  const findings = all.flatMap(([place, one]) => {
    const name = nameOf(place)
    const who = `${name} ${one.version ?? ''}`
    const isElsewhere = binaryOfOthers.test(name) && one.optional === true && !one.integrity
    return [
      ...(isElsewhere || /^sha512-[\w+/]{86}==$/.test(one.integrity ?? '')
        ? []
        : [`${who}: no sha512 in package-lock.json`]),
      ...(one.link || (one.resolved && !one.resolved.startsWith(registry))
        ? [`${who}: comes from ${one.link ? 'a folder' : one.resolved}`]
        : []),
      ...(one.hasInstallScript && !mayRun.includes(name)
        ? [`${who}: would run a program when installed`]
        : []),
      ...(isElsewhere || isFree(one.license ?? '')
        ? []
        : [`${who}: licence ${one.license ?? 'not said'}`]),
    ]
  })
  const names = new Set(all.map(([place]) => nameOf(place)))
  const over = exceptions.flatMap((one) => [
    ...(one.until < today
      ? [`${one.advisory} (${one.package}): the exception ended ${one.until}`]
      : []),
    ...(names.has(one.package)
      ? []
      : [`${one.advisory}: ${one.package} is not installed any more`]),
  ])
  return { packages: all.length, findings: [...findings, ...over] }
}
