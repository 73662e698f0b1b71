/**
 * What `npm start`, `npm test` and `npm run dev` need before they can do their own work: Node, packages, a built client,
 * a browser. Plain JavaScript without packages, because it runs before any is installed. Each step is skipped when done.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '..')
const NEEDED_NODE = [20, 19]
const CLIENT_FINGERPRINT = join(ROOT, 'dist/client-fingerprint.txt')
/** better-sqlite3 is compiled from source where no ready binary can be fetched. */
const COMPILER_PACKAGES = ['python3', 'make', 'g++']

/** An expected failure: its message tells the reader what to do, a stack trace would not help. */
export class SetUpError extends Error {}

/** Runs `work`; a SetUpError is printed as it is and ends the process with 1. */
export async function withPlainErrors(work) {
  try {
    await work()
  } catch (fault) {
    if (!(fault instanceof SetUpError)) throw fault
    console.error(`\n${fault.message}`)
    process.exitCode = 1
  }
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [neededMajor = 0, neededMinor = 0] = NEEDED_NODE
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return
  throw new SetUpError(
    `Orelink needs Node ${NEEDED_NODE.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org/en/download`,
  )
}

/** Installs exactly what package-lock.json says when anything of it is missing or of another version. */
export function installPackages() {
  if (!hasAllPackages()) {
    console.log('Installing packages (once, a minute or two) …')
    if (!runNpm(['ci', '--no-audit', '--no-fund']) && !retryWithCompiler(['ci', '--no-audit', '--no-fund']))
      throw new SetUpError('The packages could not be installed: see the messages of npm above.')
  }
  if (hasWorkingDatabase()) return
  console.log('Building the database driver for this version of Node …')
  const rebuild = ['rebuild', 'better-sqlite3']
  if ((!runNpm(rebuild) || !hasWorkingDatabase()) && !(retryWithCompiler(rebuild) && hasWorkingDatabase()))
    throw new SetUpError(`The database driver better-sqlite3 does not load under Node ${process.versions.node}.`)
}

/** True if node_modules holds each package of the lockfile that this platform needs, in its version. */
export function hasAllPackages() {
  const installedPath = join(ROOT, 'node_modules/.package-lock.json')
  if (!existsSync(installedPath)) return false
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedPath, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || installed[path]?.version === version || ((optional || devOptional) && !installed[path]),
  )
}

function hasWorkingDatabase() {
  try {
    const Database = createRequire(join(ROOT, 'package.json'))('better-sqlite3')
    new Database(':memory:').close()
    return true
  } catch {
    return false
  }
}

function runNpm(args) {
  const headers = join(dirname(dirname(process.execPath)), 'include/node/node.h')
  // Without a network, node-gyp finds the headers only where it is told that they lie beside this Node.
  const nodedir = existsSync(headers) ? { npm_config_nodedir: dirname(dirname(process.execPath)) } : {}
  return run('npm', args, { env: { ...nodedir, ...process.env } })
}

/** Where a compiler is missing: installs it if it may, otherwise says what to install. False where none is missing. */
function retryWithCompiler(npmArgs) {
  const missing = COMPILER_PACKAGES.filter((command) => !hasCommand(command))
  if (missing.length === 0) return false
  console.log(`No ready database driver could be fetched; compiling it needs ${missing.join(', ')}.`)
  if (!installSystemPackages(COMPILER_PACKAGES))
    throw new SetUpError(
      `Install a compiler, then try again. On Debian or Ubuntu:\n  sudo apt-get install -y ${COMPILER_PACKAGES.join(' ')}`,
    )
  return runNpm(npmArgs)
}

/**
 * Installs Debian packages without questions; false where there is no apt-get, no right to use it, or it failed. With a
 * limit, also where they could not be fetched within it: only fetching is ever cut short, never the installing.
 */
export function installSystemPackages(names, downloadLimitMs) {
  if (!hasCommand('apt-get')) return false
  const isRoot = process.getuid?.() === 0
  if (!isRoot && !run('sudo', ['-n', 'true'], { stdio: 'ignore' })) return false
  const aptGetWithin = (timeout, ...args) => {
    const command = ['apt-get', '-y', '-qq', '-o', 'Dpkg::Use-Pty=0', ...args]
    const asRoot = isRoot ? command : ['sudo', '-n', '-E', ...command]
    return run(asRoot[0], asRoot.slice(1), { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout })
  }
  const aptGet = (...args) => aptGetWithin(undefined, ...args)
  console.log(`Installing ${names.join(', ')} with apt-get …`)
  const install = ['install', '--no-install-recommends', ...names]
  if (downloadLimitMs === undefined) return aptGet(...install) || (aptGet('update') && aptGet(...install))
  const fetch = () => aptGetWithin(downloadLimitMs, ...install, '--download-only')
  return (fetch() || (aptGetWithin(downloadLimitMs, 'update') && fetch())) && aptGet(...install)
}

/** Programs that read the atlas from outside, and the command that shows each is there. */
const INTEROP_TOOLS = [
  { packages: ['proj-bin', 'gdal-bin'], shownBy: ['ogrinfo', '--version'] },
  { packages: ['python3-owslib'], shownBy: ['/usr/bin/python3', '-c', 'import owslib'] },
  { packages: ['qgis', 'python3-qgis'], shownBy: ['/usr/bin/python3', '-c', 'import qgis.core'] },
]
/** QGIS is some 140 MB: on a slow line the tests do without rather than wait. */
const LONGEST_DOWNLOAD_MS = 180_000

/** Installs GDAL, PROJ, OWSLib and QGIS where it may; says what is missing and goes on without. */
export function installInteropTools() {
  for (const { packages, shownBy } of INTEROP_TOOLS) {
    const [command = '', ...args] = shownBy
    if (run(command, args, { stdio: 'ignore' })) continue
    if (installSystemPackages(packages, LONGEST_DOWNLOAD_MS) && run(command, args, { stdio: 'ignore' })) continue
    console.warn(`MISSING ${packages.join(', ')}: could not be installed here; the tests that need them are skipped`)
  }
}

/** Path of a Chromium that runs: the system's, the one installed by an earlier run, or one installed now. */
export function installBrowser() {
  const known = findBrowser()
  if (known) return known
  console.log('Installing a browser for the tests (once) …')
  if (!installSystemPackages(['chromium']) || !findBrowser())
    run(process.execPath, [join(ROOT, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'])
  const path = findBrowser()
  if (path) return path
  throw new SetUpError(
    'The browser tests need Chromium. On Debian: sudo apt-get install -y chromium. Or name one: ORELINK_CHROMIUM=/path/to/chromium',
  )
}

/** A browser that prints its version; Ubuntu's package, for one, may be a mere pointer to snap. */
function findBrowser() {
  const named = process.env.ORELINK_CHROMIUM
  const { chromium } = createRequire(join(ROOT, 'package.json'))('playwright-core')
  const onPath = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
    (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  )
  const candidates = named ? [named] : [...onPath, chromium.executablePath()]
  return candidates.find((path) => existsSync(path) && run(path, ['--version'], { stdio: 'ignore' }))
}

/**
 * PROJ, PostGIS and pgRouting, against which distances and routes are tested, and osmium, which makes an extract to read;
 * without them those tests skip themselves and say so.
 */
export function installOutsideTools() {
  const folder = '/usr/share/postgresql'
  const has = (extension) =>
    existsSync(folder) &&
    readdirSync(folder).some((version) => existsSync(join(folder, version, `extension/${extension}.control`)))
  installSheetPictures()
  if (has('postgis') && has('pgrouting') && hasCommand('geod') && hasCommand('osmium')) return
  if (!installSystemPackages(['proj-bin', 'postgresql-15-postgis-3', 'postgresql-15-pgrouting', 'osmium-tool']))
    console.warn('PROJ, PostGIS, pgRouting and osmium could not be installed: the tests with them will be skipped.')
}

/** Turns printed sheets into pictures; without it the sheets are printed and not looked at. */
function installSheetPictures() {
  if (hasCommand('pdftoppm') || installSystemPackages(['poppler-utils'])) return
  console.warn('MISSING poppler-utils: printed sheets are not turned into pictures.')
}

/** Builds the client when its sources are not those of the last build. */
export function buildClient() {
  const fingerprint = clientFingerprint()
  const isBuilt = existsSync(join(ROOT, 'dist/client/index.html')) && existsSync(CLIENT_FINGERPRINT)
  if (isBuilt && readFileSync(CLIENT_FINGERPRINT, 'utf8') === fingerprint) return
  console.log('Building the client …')
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  if (!run(process.execPath, [vite, 'build', '--logLevel', 'error']))
    throw new SetUpError('The client could not be built: see the messages above.')
  mkdirSync(dirname(CLIENT_FINGERPRINT), { recursive: true })
  writeFileSync(CLIENT_FINGERPRINT, fingerprint)
}

/** Hash of every file that the client is made of. The data themselves are not among them: they come as tiles. */
function clientFingerprint() {
  const hash = createHash('sha256')
  const add = (path) =>
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)))
      .update('\0')
  for (const path of ['package-lock.json', 'vite.config.ts', 'tsconfig.json']) add(path)
  for (const folder of ['client', 'geodata']) {
    const files = readdirSync(join(ROOT, folder), { recursive: true }).filter((name) =>
      /\.(tsx?|json|css|html|svg|woff2)$/.test(name),
    )
    for (const name of files.sort()) add(join(folder, name))
  }
  return hash.digest('hex')
}

function hasCommand(name) {
  return run('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' })
}

/** True if the command ran and ended with 0. Its output goes where ours goes. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options }).status === 0
}
