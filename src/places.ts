import { fileURLToPath } from 'node:url'

/** Where things lie beside the program; the same from src/ and from dist/. */
const beside = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

export const migrationsFolder = beside('migrations')
export const demoFolder = beside('demo')
export const assetsFolder = beside('dist/assets')
/** A migrated, empty embedded database, made by the build: a new city starts from it in a second. */
export const templateFile = beside('dist/database.template')
/** The demo city as the build has made it: a data folder, with a secret of its own. */
export const demoCityFolder = beside('dist/demo-city')

/** Beside a city's data: the maildir into which its mail server lays what is written to the city. */
export const inboxFolder = 'voices-mail'
