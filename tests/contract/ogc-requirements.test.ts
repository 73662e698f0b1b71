/** The table of abstract tests is true: each that applies has one test of its name. `npx vitest run -u` rewrites the table. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type AbstractTest, SUITES } from './ogc-requirements.ts'

const FOLDER = import.meta.dirname
const files = readdirSync(FOLDER).filter((name) => /^ogc-.*\.test\.ts$/.test(name))
/** Where each id stands as the name of a test. */
const places = new Map<string, string[]>()
for (const file of files)
  for (const [, id = ''] of readFileSync(join(FOLDER, file), 'utf8').matchAll(/\btest\(\s*'(\/conf\/[\w/-]+)/g))
    places.set(id, [...(places.get(id) ?? []), file])

const isTested = ({ notApplicable, waitsFor }: AbstractTest) => notApplicable === undefined && waitsFor === undefined

function countsOf(tests: readonly AbstractTest[]): string {
  const waiting = tests.filter(({ waitsFor }) => waitsFor !== undefined).length
  const none = tests.filter(({ notApplicable }) => notApplicable !== undefined).length
  return `${tests.length} abstract tests: ${tests.filter(isTested).length} tested, ${waiting} waiting, ${none} not applicable.`
}

test('each abstract test that applies has one test of its name, and no other name is used', () => {
  const applying = SUITES.flatMap(({ tests }) => tests.filter(isTested))
  expect(applying.filter(({ id }) => places.get(id)?.length !== 1).map(({ id }) => id)).toEqual([])
  const known = new Set(applying.map(({ id }) => id))
  expect([...places.keys()].filter((id) => !known.has(id))).toEqual([])
})

test('OGC-CONFORMANCE.md is this table', async () => {
  await expect(table()).toMatchFileSnapshot('OGC-CONFORMANCE.md')
})

function table(): string {
  const sections = SUITES.map(({ title, document, tests }) => {
    const rows = tests.map(
      ({ id, notApplicable, waitsFor }) =>
        `| \`${id}\` | ${notApplicable ?? (waitsFor ? `waits for ${waitsFor}` : places.get(id)?.[0])} |`,
    )
    return [
      `## ${title} (${document})`,
      '',
      countsOf(tests),
      '',
      '| abstract test | tested in, or why not |',
      '| --- | --- |',
      ...rows,
    ].join('\n')
  })
  return `${[
    '# Conformance to OGC API Features',
    `${countsOf(SUITES.flatMap(({ tests }) => tests))} Each is a contract test named by its id. Kept true by \`ogc-requirements.test.ts\`.`,
    ...sections,
  ].join('\n\n')}\n`
}
