/** What the documents say is there, is there; and no file speaks of the machine on which it was written. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './source-files.ts'

const DOCUMENTS = ['README.md', 'geodata/README.md', 'server/README.md', 'client/README.md', 'tests/bench/README.md']

const FILES = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter((path) => existsSync(join(ROOT, path)))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

test.each(DOCUMENTS)('%s names files that exist', (path) => {
  const text = read(path)
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].flatMap(([, to = '']) =>
    /^[a-z]+:/.test(to) ? [] : [join(dirname(path), to)],
  )
  // `server/http/tiles.ts`, `tiles.ts` and the like, in backticks; `/style.json` is an address, <id>, * and {} describe many.
  const named = [...text.matchAll(/`([\w.][\w./-]*\.(?:tsx?|mjs|json|sql|css|md|sh))`/g)].map(([, name = '']) => name)
  const missing = named.filter((name) => !FILES.some((file) => file === name || file.endsWith(`/${name}`)))
  expect([...links.filter((to) => !existsSync(join(ROOT, to))), ...missing]).toEqual([])
  expect(links.length + named.length).toBeGreaterThan(0)
})

test('the two commands stand in the README and exist', () => {
  const { scripts } = JSON.parse(read('package.json'))
  for (const [, script = ''] of read('README.md').matchAll(/npm (?:run )?([a-z:]+)/g))
    expect(scripts[script] ?? (script === 'ci' ? 'ci' : undefined), script).toBeDefined()
  expect(read('README.md')).toContain('npm start')
})

test('no file names a folder of the machine on which it was written', () => {
  const files = FILES.filter((path) => /\.(tsx?|mjs|md|json|css|html|ya?ml)$/.test(path))
  expect(files.length).toBeGreaterThan(100)
  const machine = new RegExp(`(^|[\\s'"\`(])/(${['work', 'farm', 'root'].join('|')})/`, 'm')
  expect(files.filter((path) => machine.test(read(path)))).toEqual([])
})
