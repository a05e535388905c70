import { readFile, writeFile } from 'node:fs/promises'
import { chapters, permissionsPage, withFlow } from '#testing/permissions.ts'

/** Writes docs/permissions.md and the flow in each chapter's README. Run after changing a workflow.ts. */
await writeFile('docs/permissions.md', permissionsPage())
console.log('docs/permissions.md')
for (const chapter of chapters) {
  const file = `src/domains/${chapter.folder}/README.md`
  await writeFile(file, withFlow(await readFile(file, 'utf8'), chapter))
  console.log(file)
}
