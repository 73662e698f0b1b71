/** Runs a foreign program and gives what it said. One that is not installed skips its tests, aloud and with their number. */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)
const LONGEST_MS = 90_000
const MOST_OUTPUT_BYTES = 32 * 2 ** 20

/** Debian's own Python, which sees the packages of Debian; another may come first on the path. */
export const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'

export async function tool(command: string, args: readonly string[], env: Record<string, string> = {}) {
  const { stdout, stderr } = await run(command, args, {
    timeout: LONGEST_MS,
    maxBuffer: MOST_OUTPUT_BYTES,
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
  })
  return { out: stdout, err: stderr }
}

/** The last line of a program that prints JSON at its end. */
export async function toolJson(command: string, args: readonly string[], env: Record<string, string> = {}) {
  const { out, err } = await tool(command, args, env)
  const line = out.trim().split('\n').at(-1) ?? ''
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    throw new Error(`expected JSON from ${command}, got: ${out.slice(-500)} ${err.slice(-1500)}`)
  }
}

/** Whether a program runs. If not, says how many tests are skipped and what would bring it. */
export function hasTool(command: string, args: readonly string[], debianPackage: string, tests: number): boolean {
  try {
    execFileSync(command, args, { stdio: 'pipe', env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' } })
    return true
  } catch {
    console.warn(`SKIPPED, ${tests} tests: ${command} ${args.join(' ')} does not run (Debian package ${debianPackage})`)
    return false
  }
}
