/** Every source file of the project, parsed once: what it imports, how long it is, its syntax tree. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, resolve } from 'node:path'
import { type ESTree, parseSync } from 'vite'

export const ROOT = resolve(import.meta.dirname, '../..')

export interface SourceFile {
  /** From the project's root, with slashes. */
  path: string
  text: string
  lines: number
  imports: Import[]
  program: ESTree.Program
}

export interface Import {
  /** As written. */
  specifier: string
  /** Path from the root where it is a file of the project; null for packages. */
  file: string | null
  /** Name of the package; null for files of the project. `node:fs` for built-ins. */
  package: string | null
  isTypeOnly: boolean
}

export const SOURCES: readonly SourceFile[] = ['geodata', 'server', 'client', 'scripts', 'tests'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => readSource(join(folder, name))),
)

/** Sources under a folder, named from the root. */
export function sourcesIn(folder: string): SourceFile[] {
  return SOURCES.filter((source) => source.path.startsWith(`${folder}/`))
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const { program, module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    isTypeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }))
  const reExports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, isTypeOnly: isType }] : [],
    ),
  )
  const dynamics = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const written = /^['"](.+)['"]$/.exec(text.slice(start, end))
    return written?.[1] ? [{ specifier: written[1], isTypeOnly: false }] : []
  })
  const imports = [...statics, ...reExports, ...dynamics].map(({ specifier, isTypeOnly }) => ({
    specifier,
    isTypeOnly,
    ...targetOf(specifier, path),
  }))
  return { path, text, lines: text.split('\n').length - 1, imports, program }
}

function targetOf(specifier: string, from: string): Pick<Import, 'file' | 'package'> {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('.')) return { file: relative(ROOT, resolve(ROOT, dirname(from), bare)), package: null }
  if (bare.startsWith('#')) return { file: normalize(bare.slice(1)), package: null }
  const [scopeOrName = '', name] = bare.split('/')
  return { file: null, package: scopeOrName.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName }
}

/** Calls `visit` for each node of a syntax tree, parents first. */
export function walk(node: unknown, visit: (node: { type: string; start: number } & Record<string, unknown>) => void) {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit)
    return
  }
  if (typeof node !== 'object' || node === null) return
  const record = node as Record<string, unknown>
  if (typeof record.type === 'string') visit(record as { type: string; start: number })
  for (const value of Object.values(record)) if (typeof value === 'object') walk(value, visit)
}

/** `path:line` of a place in a file. */
export function placeOf(source: SourceFile, offset: number): string {
  return `${source.path}:${source.text.slice(0, offset).split('\n').length}`
}
