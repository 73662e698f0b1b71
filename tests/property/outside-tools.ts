/** Tools from outside that check our figures: PROJ's `geod`, PostGIS and pgRouting. Where one is missing its tests are skipped, loudly. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Says on the console what is not checked and how to have it checked. */
export function sayMissing(what: string, tests: number, install: string): void {
  console.warn(`\n!!! ${tests} tests SKIPPED: ${what} is missing. Install it with: apt-get install -y ${install}\n`)
}

export function hasGeod(): boolean {
  return spawnSync('geod', ['-l'], { stdio: 'ignore' }).status === 0
}

const VERSIONS = '/usr/lib/postgresql'

/** Folder of the programs of a PostgreSQL that has PostGIS, or null. */
function postgisPrograms(): string | null {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : []
  const found = versions.find((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
  return found ? join(VERSIONS, found, 'bin') : null
}

/** True where PostGIS and pgRouting are installed for the same PostgreSQL. */
export function hasPgrouting(): boolean {
  const programs = postgisPrograms()
  const version = programs === null ? undefined : programs.split('/').at(-2)
  return version !== undefined && existsSync(`/usr/share/postgresql/${version}/extension/pgrouting.control`)
}

export interface Postgis {
  /** Runs SQL; one array a row, columns as text. */
  rows(sql: string): string[][]
  /** Where its Unix socket lies. */
  socketFolder: string
  stop(): void
}

/**
 * A cluster of its own in a temporary folder, reached by a Unix socket in it alone, run by `postgres` where we are root (who
 * may not run it). null where PostGIS is not installed.
 */
export function startPostgis(settings: Readonly<Record<string, string>> = {}): Postgis | null {
  const programs = postgisPrograms()
  if (programs === null) return null
  const isRoot = process.getuid?.() === 0
  const run = (program: string, args: readonly string[], input?: string): string => {
    const command = [join(programs, program), ...args]
    const asUser = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command
    return execFileSync(asUser[0] ?? '', asUser.slice(1), {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      cwd: '/',
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(input === undefined ? {} : { input }),
    })
  }
  const folder = mkdtempSync(join(tmpdir(), 'orelink-postgis-'))
  if (isRoot) execFileSync('chown', ['postgres', folder])
  chmodSync(folder, 0o700)
  const data = join(folder, 'data')
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'])
  const options = `-c listen_addresses='' -c unix_socket_directories=${folder} -c fsync=off -c log_min_messages=fatal ${Object.entries(
    settings,
  )
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')}`
  run('pg_ctl', ['-D', data, '-w', '-o', options, '-l', join(folder, 'log'), 'start'])
  const psql = (sql: string) =>
    run('psql', ['-h', folder, '-U', 'postgres', '-X', '-q', '-A', '-t', '-F', '\t', '-v', 'ON_ERROR_STOP=1'], sql)
  psql('CREATE EXTENSION postgis;')
  return {
    socketFolder: folder,
    rows: (sql) =>
      psql(sql)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\t')),
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
