/** The table of abstract tests is true: each that applies has one test of its name. `npx vitest run -u` rewrites the table. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SUITES } from './ogc-requirements.ts'

const FOLDER = import.meta.dirname
const files = readdirSync(FOLDER).filter((name) => /^ogc-.*\.test\.ts$/.test(name))
/** Where each id stands as the name of a test. */
const places = new Map<string, string[]>()
for (const file of files)
  for (const [, id = ''] of readFileSync(join(FOLDER, file), 'utf8').matchAll(/\btest\(\s*'(\/conf\/[\w/-]+)/g))
    places.set(id, [...(places.get(id) ?? []), file])

test('each abstract test that applies has one test of its name, and no other name is used', () => {
  const applying = SUITES.flatMap(({ tests }) => tests.filter((one) => one.notApplicable === undefined))
  expect(applying.filter(({ id }) => places.get(id)?.length !== 1).map(({ id }) => id)).toEqual([])
  const known = new Set(applying.map(({ id }) => id))
  expect([...places.keys()].filter((id) => !known.has(id))).toEqual([])
})

test('OGC-CONFORMANCE.md is this table', async () => {
  await expect(table()).toMatchFileSnapshot('OGC-CONFORMANCE.md')
})

function table(): string {
  const sections = SUITES.map(({ title, document, tests }) => {
    const applying = tests.filter(({ notApplicable }) => notApplicable === undefined)
    const rows = tests.map(({ id, notApplicable }) => `| \`${id}\` | ${notApplicable ?? places.get(id)?.[0] ?? ''} |`)
    return [
      `## ${title} (${document})`,
      '',
      `${tests.length} abstract tests: ${applying.length} apply and are tested, ${tests.length - applying.length} do not apply.`,
      '',
      '| abstract test | tested in, or why not |',
      '| --- | --- |',
      ...rows,
    ].join('\n')
  })
  const all = SUITES.flatMap(({ tests }) => tests)
  const applying = all.filter(({ notApplicable }) => notApplicable === undefined).length
  return `${[
    '# Conformance to OGC API Features',
    `Of ${all.length} abstract tests ${applying} apply; each is a contract test named by its id. Kept true by \`ogc-requirements.test.ts\`.`,
    ...sections,
  ].join('\n\n')}\n`
}
