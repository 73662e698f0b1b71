/**
 * `npm test`: everything that must hold, in the order in which a fault is cheapest to find. Installs what is missing, the
 * browser too. Every step runs even if one before it failed. The last line is `N passed, N failed`: single tests where a
 * step has them, otherwise the step itself.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  buildClient,
  checkNode,
  installBrowser,
  installInteropTools,
  installOutsideTools,
  installPackages,
  ROOT,
  run,
  withPlainErrors,
} from './set-up.mjs'

const total = { passed: 0, failed: 0 }
const summary = []
const reports = mkdtempSync(join(tmpdir(), 'orelink-test-'))
process.once('exit', () => rmSync(reports, { recursive: true, force: true }))

await withPlainErrors(async () => {
  checkNode()
  installPackages()
  const browser = installBrowser()
  installOutsideTools()
  installInteropTools()
  mkdirSync(join(ROOT, 'var'), { recursive: true })

  step('types', () => node('typescript/bin/tsc', '-p', '.'))
  step('lint and format', () => node('@biomejs/biome/bin/biome', 'ci', '.', '--max-diagnostics=50'))
  step('data', () => node('tsx/dist/cli.mjs', 'scripts/check-data.ts'))
  suites('unit, property, contract, architecture', ['unit', 'property', 'contract', 'architecture'])
  suites('GDAL, OWSLib and QGIS', ['interop'])
  step('production build', buildClientNow)
  suites('browser', ['e2e'], { ORELINK_CHROMIUM: browser })
})

if (process.exitCode) total.failed += 1
if (total.failed > 0) process.exitCode = 1
console.log(`\n${summary.join('\n')}\n`)
console.log(`${total.passed} passed, ${total.failed} failed`)

function step(name, work) {
  report(name, () => (work() ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }))
}

/** Runs the named projects of vitest.config.ts and counts their single tests. */
function suites(name, projects, env = {}) {
  report(name, () => {
    const file = join(reports, `${projects[0]}.json`)
    const chosen = projects.flatMap((project) => ['--project', project])
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const ended = node('vitest/vitest.mjs', 'run', ...chosen, ...reporters, { env: { ...process.env, ...env } })
    if (!existsSync(file)) return { passed: 0, failed: 1 }
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(file, 'utf8'))
    // A file that could not even be loaded holds no failed test, and yet the run failed.
    return { passed, failed: ended ? failed : Math.max(failed, 1) }
  })
}

function report(name, count) {
  console.log(`\n── ${name} ──`)
  const start = performance.now()
  const { passed, failed } = count()
  total.passed += passed
  total.failed += failed
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  summary.push(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`)
}

function buildClientNow() {
  try {
    buildClient()
    return true
  } catch (fault) {
    console.error(String(fault))
    return false
  }
}

/** Runs a program of node_modules; a last argument that is an object holds options. */
function node(program, ...rest) {
  const options = typeof rest.at(-1) === 'object' ? rest.pop() : {}
  return run(process.execPath, [join(ROOT, 'node_modules', program), ...rest], options)
}
