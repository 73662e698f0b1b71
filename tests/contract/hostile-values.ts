/** What a hostile or broken client puts into addresses, from a seed: texts for any parameter, and filters in CQL2. */

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export function pick<T>(items: readonly T[], roll: () => number): T {
  const item = items[Math.floor(roll() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const WORDS: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'NaN',
  'Infinity',
  '0x10',
  '99999999999999999999',
  '-0',
  '1.5',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  'a\u0000b',
  '\ufeff',
  '\u202eabc',
  '😀'.repeat(50),
  'ﷺ'.repeat(100),
  "'; DROP TABLE feature; --",
  "' OR '1'='1",
  '" OR ""="',
  ') UNION SELECT sql FROM sqlite_master --',
  '<script>alert(1)</script>',
  '{{7*7}}#{7*7}',
  '$(sleep 5)',
  '`id`',
  '\r\nSet-Cookie: a=b',
  'a'.repeat(1000),
  '%'.repeat(300),
  '-180,-90,180,90',
  '180,-90,-180,90',
  '0,0,0,0',
  '170,-10,-170,10',
  '60,20,0,80,40,9000',
  '1,2,3',
  '1,2,3,4,5',
  'NaN,NaN,NaN,NaN',
  '1e308,1e308,-1e308,-1e308',
  '2020-01-01/2021-01-01',
  '../..',
  '../2020-01-01T00:00:00Z',
  '2021-13-45',
  '9999-12-31T23:59:60Z',
  '2021-01-01/2020-01-01',
  'http://www.opengis.net/def/crs/EPSG/0/32642',
  'http://www.opengis.net/def/crs/EPSG/0/24376',
  'http://www.opengis.net/def/crs/EPSG/0/99999',
  'cql2-json',
  'json',
  'html',
  'copper',
  'deposits',
  'duddar',
  ',',
  ',,,,,,,,',
  '-name,+name,-name',
]

export function hostileText(roll: () => number): string {
  const word = pick(WORDS, roll)
  const kind = roll()
  if (kind < 0.8) return word
  if (kind < 0.9) return word + pick(WORDS, roll)
  return Array.from({ length: 1 + Math.floor(roll() * 60) }, () =>
    String.fromCodePoint(Math.floor(1 + roll() * 0x2fff)),
  ).join('')
}

type Filter = (roll: () => number) => string
const times = (count: number, text: (index: number) => string, joint = ''): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(joint)

/** Filters meant to be too deep, too long, too slow or to slip through; some are merely valid. */
const FILTERS: readonly Filter[] = [
  () => `${'NOT '.repeat(2000)}id = 'x'`,
  () => `${'('.repeat(3000)}id = 'x'${')'.repeat(3000)}`,
  () => `${'('.repeat(33)}id = 'x'${')'.repeat(33)}`,
  () => times(2000, (index) => `id = '${index}'`, ' OR '),
  () => `id IN (${times(3000, (index) => `'${index}'`, ',')})`,
  () => `id LIKE '${'%a'.repeat(2000)}%'`,
  () => `name_en LIKE '${'_%'.repeat(500)}z'`,
  () => `name_en LIKE '%${'a%'.repeat(40)}b'`,
  () => `CASEI(name_en) LIKE CASEI('%${'é%'.repeat(30)}')`,
  () => `id = 'x'' OR 1=1 --'`,
  () => `id = 'x'; DROP TABLE feature`,
  () => `id = 'x' UNION SELECT 1`,
  () => `sqlite_version() = 1`,
  () => `load_extension('x') = 1`,
  () => `randomblob(1000000000) IS NULL`,
  () => `__proto__ = 1 AND constructor = 2`,
  () => `"id"" OR 1=1 --" = 1`,
  () => `id = ${'9'.repeat(5000)}`,
  () => `1 = 1e99999`,
  () => `1 / 0 = 1`,
  () =>
    `S_INTERSECTS(geometry, POLYGON((${times(900, (index) => `${60 + (index % 20)} ${23 + (index % 13)}`, ',')},60 23)))`,
  () => `S_INTERSECTS(geometry, POLYGON((0 0,1e308 1e308,0 1,0 0)))`,
  () => `S_INTERSECTS(geometry, POLYGON EMPTY)`,
  () => `S_INTERSECTS(geometry, GEOMETRYCOLLECTION(${times(200, () => 'POINT(60 30)', ',')}))`,
  () => `S_WITHIN(geometry, BBOX(-180,-90,180,90))`,
  () => `S_DWITHIN(geometry, POINT(66 30), 1e12, 'kilometers')`,
  () => `S_DWITHIN(geometry, POINT(NaN NaN), -1, meters)`,
  () => `S_CROSSES(geometry, LINESTRING(60 25, 78 37))`,
  // Valid and as dear as they can be.
  () => `S_CROSSES(geometry, LINESTRING(${times(900, (index) => `${60 + index / 50} ${index % 2 ? 24 : 37}`, ',')}))`,
  () =>
    `S_DWITHIN(geometry, LINESTRING(${times(900, (index) => `${60 + index / 50} ${index % 2 ? 24 : 37}`, ',')}), 1, 'km')`,
  () =>
    `S_DWITHIN(geometry, MULTIPOINT(${times(900, (index) => `${60 + (index % 17)} ${24 + (index % 13)}`, ',')}), 5, 'km')`,
  () => times(40, (index) => `NOT S_DWITHIN(geometry, POINT(${60 + index / 3} ${24 + index / 4}), 5, 'km')`, ' AND '),
  () => times(60, (index) => `CASEI(name_en) LIKE CASEI('%${index}a%b%c%d')`, ' OR '),
  () => `name_en LIKE '${'\\%'.repeat(4000)}'`,
  () => `id IN (${times(250, (index) => `'${'x'.repeat(50)}${index}'`, ',')})`,
  () => `${times(31, () => '(')}1 = 1${times(31, () => ')')}`,
  () => `${'a'.repeat(16_000)} = 1`,
  () => `2 ^ 10000 * 2 ^ 10000 - 2 ^ 20000 = 1 / 0 % 0 div 0`,
  () => `'${"\\'".repeat(8000)}`,
  () => JSON.stringify({ op: 's_overlaps', args: [{ property: 'geometry' }, { bbox: [170, -90, -170, 90] }] }),
  () => `S_EQUALS(geometry, geometry)`,
  () => `T_INTERSECTS(datetime, INTERVAL('..','..'))`,
  () => `T_AFTER(TIMESTAMP('2020-99-99T00:00:00Z'), DATE('0000-00-00'))`,
  () => `A_CONTAINS(altNames, ('a','b'))`,
  () => `'\u0000' = id`,
  () => `id = '${'\u202e'.repeat(3000)}'`,
  () => `id = '`,
  () => `AND`,
  () => `id`,
  () => `TRUE`,
  () => `'a' = 'a'`,
  () => `id BETWEEN 'a' AND`,
  () => `${'a'.repeat(20_000)} = 1`,
  () => '['.repeat(4000),
  () => `${'{"op":"not","args":['.repeat(500)}true${']}'.repeat(500)}`,
  () => JSON.stringify({ op: 'in', args: [{ property: 'id' }, Array.from({ length: 2500 }, String)] }),
  () => JSON.stringify({ op: '__proto__', args: [] }),
  () => JSON.stringify({ op: 'and', args: 'x' }),
  () => JSON.stringify({ op: 's_intersects', args: [{ property: 'geometry' }, { type: 'Point', coordinates: ['x'] }] }),
  () => JSON.stringify({ op: '=', args: [{ property: 'id' }, { op: '=', args: [] }] }),
  () => '{"op":"=","args":[1,',
  () => `{"type":"Polygon","coordinates":${'['.repeat(5000)}`,
  () => JSON.stringify({ op: 'and', args: Array.from({ length: 3000 }, () => true) }),
  () => '{"op":"not","args":[true],"__proto__":{"op":"and"}}',
  (roll) => `id > '${hostileText(roll).replaceAll("'", "''")}'`,
  (roll) => hostileText(roll),
  (roll) => `${hostileText(roll)} = ${hostileText(roll)}`,
]

export function hostileFilter(roll: () => number): string {
  const filter = pick(FILTERS, roll)(roll)
  // Now and then cut in the middle.
  return roll() < 0.1 ? filter.slice(0, Math.floor(roll() * filter.length)) : filter
}
