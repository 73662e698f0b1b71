/** Size, names and types of the source files. */
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { placeOf, ROOT, SOURCES, walk } from './source-files.ts'

const LONGEST_FILE = 300
/** Tables of data or of the contract: long because the world is, not because they do much. */
const TABLES = new Set(['geodata/contract/commodity.ts', 'geodata/contract/endpoints.ts'])
const VAGUE_NAMES = /^(utils?|helpers?|common|misc|manager|data|info|stuff)\.tsx?$/

test('no file is longer than 300 lines, tables excepted', () => {
  const long = SOURCES.filter(({ path, lines }) => lines > LONGEST_FILE && !TABLES.has(path))
  expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
})

test('each exception is still needed', () => {
  const short = SOURCES.filter(({ path, lines }) => TABLES.has(path) && lines <= LONGEST_FILE).map(({ path }) => path)
  expect(short).toEqual([])
})

test('files are kebab-case and say what they hold', () => {
  const bad = SOURCES.map(({ path }) => path).filter(
    (path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.tsx?$/.test(basename(path)) || VAGUE_NAMES.test(basename(path)),
  )
  expect(bad).toEqual([])
})

test('each file opens with what it is for', () => {
  const silent = SOURCES.filter(({ text }) => !/^(\/\*\*|\/\/)/.test(text)).map(({ path }) => path)
  expect(silent).toEqual([])
})

test('no `any` and no `!`', () => {
  const found = SOURCES.flatMap((source) => {
    const places: string[] = []
    walk(source.program, (node) => {
      if (node.type === 'TSAnyKeyword' || node.type === 'TSNonNullExpression') places.push(placeOf(source, node.start))
    })
    return places
  })
  expect(found).toEqual([])
})

test('nothing is left unfinished or switched off', () => {
  const marks =
    /\b(TODO|FIXME|XXX|HACK)\b|coming soon|not implemented|\b(it|test|describe)\.(only|todo)\b|@ts-(ignore|nocheck)/i
  const self = 'tests/architecture/files.test.ts'
  const found = SOURCES.filter(({ path, text }) => path !== self && marks.test(text)).map(({ path }) => path)
  expect(found).toEqual([])
})

test('five folders hold everything', () => {
  const allowed = ['client', 'geodata', 'scripts', 'server', 'tests']
  const made = ['node_modules', 'dist', 'var', 'coverage']
  const folders = readdirSync(join(ROOT), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !made.includes(entry.name))
    .map(({ name }) => name)
  expect(folders.sort()).toEqual(allowed)
})
