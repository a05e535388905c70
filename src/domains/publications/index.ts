/** The door: all that other chapters may use of publications. */
export type { Edition, Published } from './publication.ts'
export { publishedEditions } from './store/editions.ts'
export { urls as publicationUrls } from './urls.ts'
