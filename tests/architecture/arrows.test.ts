/** Who may import whom: client → geodata ← server, and the finer arrows inside each folder. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Import, placeOf, ROOT, SOURCES, type SourceFile, sourcesIn, walk } from './source-files.ts'

/** Imports of the chosen files that `isAllowed` refuses, as `file → import`. */
function refused(
  sources: readonly SourceFile[],
  isAllowed: (target: string, source: SourceFile, i: Import) => boolean,
) {
  return sources.flatMap((source) =>
    source.imports
      .filter((i) => !isAllowed(i.file ?? `package:${i.package}`, source, i))
      .map((i) => `${source.path} → ${i.specifier}`),
  )
}
const startsWith = (target: string, ...heads: string[]) => heads.some((head) => target.startsWith(head))

/** Packages that only reckon: no disk, no network, no clock. */
const PURE_PACKAGES = [
  'zod',
  'fastest-levenshtein',
  'geographiclib-geodesic',
  'flatqueue',
  'flatbush',
  'd3-contour',
  'jsts',
  'lineclip',
  'proj4',
  'simplify-js',
  'h3-js',
  'robust-predicates',
  '@maplibre/maplibre-gl-style-spec',
  'topojson-client',
  'topojson-server',
  'topojson-simplify',
  'topojson-specification',
].map((name) => `package:${name}`)

test('there is something to check', () => {
  for (const folder of [
    'geodata/contract',
    'server/queries',
    'server/http',
    'client/features',
    'client/map',
    'scripts',
  ])
    expect(sourcesIn(folder).length, folder).toBeGreaterThan(2)
})

test('the contract knows only itself and zod', () => {
  expect(refused(sourcesIn('geodata/contract'), (to) => startsWith(to, 'geodata/contract/', 'package:zod'))).toEqual([])
})

test('geodata knows only geodata and packages that reckon', () => {
  expect(refused(sourcesIn('geodata'), (to) => startsWith(to, 'geodata/', ...PURE_PACKAGES))).toEqual([])
})

test('geodata has no clock and no dice', () => {
  const found = sourcesIn('geodata').flatMap((source) => {
    const places: string[] = []
    walk(source.program, (node) => {
      const text = source.text.slice(node.start, node.start + 40)
      if (node.type === 'MemberExpression' && /^(Date\.now|Math\.random|performance\.now|crypto\.)/.test(text))
        places.push(placeOf(source, node.start))
      if (node.type === 'NewExpression' && /^new Date\(\)/.test(text)) places.push(placeOf(source, node.start))
    })
    return places
  })
  expect(found).toEqual([])
})

test('client and server never import each other, and nobody imports scripts or tests', () => {
  expect(
    refused(sourcesIn('client'), (to) => !startsWith(to, 'server/', 'scripts/', 'tests/', 'package:node:')),
  ).toEqual([])
  expect(
    refused(sourcesIn('server'), (to, source) => {
      // The server fills a missing or stale database with the same code as `npm run data`.
      const isLoader = source.path.startsWith('server/storage/') === false && to === 'scripts/load-datasets.ts'
      return isLoader || !startsWith(to, 'client/', 'scripts/', 'tests/', 'package:react')
    }),
  ).toEqual([])
  expect(refused(sourcesIn('scripts'), (to) => !startsWith(to, 'client/', 'tests/'))).toEqual([])
})

test('queries ask the storage interface, never its implementation, Express or SQL', () => {
  const allowed = [
    'geodata/',
    'server/queries/',
    'server/export/',
    'server/storage/storage.ts',
    'server/refusal.ts',
    'server/clock.ts',
    'server/graph-cache.ts',
    'server/routing/',
  ]
  const packages = ['package:zod', 'package:lru-cache', 'package:flatbush', 'package:geoflatbush']
  expect(refused(sourcesIn('server/queries'), (to) => startsWith(to, ...allowed, ...packages))).toEqual([])
})

test('http and tiles know no driver and no implementation of storage', () => {
  const sources = [...sourcesIn('server/http'), ...sourcesIn('server/tiles')]
  expect(refused(sources, (to) => !startsWith(to, 'server/storage/sqlite/', 'package:better-sqlite3'))).toEqual([])
})

test('exports ask the storage interface and pure functions; they write with libraries and know no HTTP', () => {
  const allowed = [
    ...['geodata/', 'server/export/', 'server/queries/', 'server/storage/storage.ts'],
    ...['server/refusal.ts', 'server/clock.ts', 'package:node:'],
  ]
  const writers = [
    ...['zod', 'geojson', '@turf/rewind', 'wkx', 'better-sqlite3', 'flatbuffers', 'flatgeobuf', '@placemarkio/tokml'],
    ...['papaparse', 'exceljs', 'yazl', 'dbffile', 'shp-write-stream'],
  ].map((name) => `package:${name}`)
  const network = /^package:node:(http|https|http2|net|dgram|tls)$/
  const sources = sourcesIn('server/export')
  expect(sources.length).toBeGreaterThan(7)
  expect(refused(sources, (to) => startsWith(to, ...allowed, ...writers) && !network.test(to))).toEqual([])
})

test('each export format is a file of its own that knows no other, and stands in the list', () => {
  const isFormat = ({ text }: SourceFile) => /: ExportFormat = \{/.test(text)
  const formats = sourcesIn('server/export').filter(isFormat)
  const paths = formats.map(({ path }) => path)
  const list = sourcesIn('server/export').find(({ path }) => path === 'server/export/formats.ts')
  expect(paths.filter((path) => !list?.imports.some(({ file }) => file === path))).toEqual([])
  expect(formats.length).toBeGreaterThan(6)
  expect(refused(formats, (to) => !paths.includes(to) && to !== 'server/export/formats.ts')).toEqual([])
})

test('the OGC interface asks the contract, queries and the storage interface; it knows no SQL and no driver', () => {
  const allowed = ['geodata/', 'server/ogc/', 'server/queries/', 'server/http/', 'server/refusal.ts']
  const interfaces = ['server/storage/storage.ts', 'server/tiles/tile-service.ts']
  const packages = ['package:express', 'package:zod', 'package:intl-messageformat', 'package:node:']
  expect(refused(sourcesIn('server/ogc'), (to) => startsWith(to, ...allowed, ...interfaces, ...packages))).toEqual([])
})

test('only mounting knows Express in the OGC interface', () => {
  const knowing = sourcesIn('server/ogc').filter(({ imports }) => imports.some((i) => i.package === 'express'))
  expect(knowing.map(({ path }) => path).sort()).toEqual([
    'server/ogc/mount-ogc.ts',
    'server/ogc/negotiate.ts',
    'server/ogc/send-representation.ts',
  ])
})

test('SQL and its driver live in server/storage, and in the file format that is a database', () => {
  const elsewhere = SOURCES.filter(
    ({ path }) => !startsWith(path, 'server/storage/', 'server/export/geopackage/', 'tests/'),
  )
  expect(refused(elsewhere, (to) => to !== 'package:better-sqlite3')).toEqual([])
  const sql = /\b(SELECT\s+[\w*(].*\bFROM\b|INSERT\s+INTO|DELETE\s+FROM|CREATE\s+(TABLE|INDEX|VIRTUAL))/
  expect(elsewhere.filter(({ text }) => sql.test(text)).map(({ path }) => path)).toEqual([])
})

test('storage knows neither queries nor http', () => {
  const allowed = ['server/storage/', 'server/tiles/', 'geodata/', 'package:']
  expect(refused(sourcesIn('server/storage'), (to) => startsWith(to, ...allowed) && to !== 'package:express')).toEqual(
    [],
  )
})

test('a feature of the client knows no other feature', () => {
  const featureOf = (path: string) => /^client\/features\/([^/.]+)/.exec(path)?.[1]
  const found = refused(sourcesIn('client/features'), (to, source) => {
    const other = featureOf(to)
    return other === undefined || other === featureOf(source.path)
  })
  expect(found).toEqual([])
})

test('the parts of the client that features are made of know no feature', () => {
  for (const folder of ['client/map', 'client/ui', 'client/format', 'client/state', 'client/api', 'client/i18n'])
    expect(
      refused(sourcesIn(folder), (to) => !startsWith(to, 'client/features/', 'client/shell/')),
      folder,
    ).toEqual([])
  expect(refused(sourcesIn('client/format'), (to) => !startsWith(to, 'client/api/', 'client/map/'))).toEqual([])
})

test('across folders by #name, within a folder by relative path, always with the ending', () => {
  const found = refused(SOURCES, (to, source, i) => {
    if (i.file === null) return true
    const crosses = source.path.split('/')[0] !== to.split('/')[0]
    const hasEnding = /\.(ts|tsx|json|css|mjs|woff2|svg)(\?.*)?$/.test(i.specifier)
    return hasEnding && (!crosses || i.specifier.startsWith('#')) && existsSync(join(ROOT, to))
  })
  expect(found).toEqual([])
})

test('imports make no circle', () => {
  const targets = new Map(
    SOURCES.map(({ path, imports }) => [
      path,
      imports.filter((i) => !i.isTypeOnly).flatMap(({ file }) => (file ? [file] : [])),
    ]),
  )
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      return
    }
    state.set(path, 'open')
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of targets.keys()) visit(path, [])
  expect(circles).toEqual([])
})
