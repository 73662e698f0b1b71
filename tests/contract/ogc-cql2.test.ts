/**
 * CQL2 (OGC 21-065r2), annex A, comparisons and encodings: one test for each abstract test that applies, named by its id.
 * Each predicate is asked as text and as JSON, which must find equally many. Places and times: ogc-cql2-functions.test.ts.
 */
import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { createConformance, SOURCES, VALUES } from './cql2-conformance.ts'
import { type OgcClient, openOgc } from './ogc-client.ts'

let ogc: OgcClient
beforeAll(async () => {
  ogc = await openOgc()
})
const { each, count, evaluate, expectApart, status, combine } = createConformance(() => ogc)
const SCALARS = Object.keys(VALUES)
const OPERATORS = ['=', '<>', '>', '<', '>=', '<=']
const BOUND = 240_000

test('/conf/basic-cql2/basic-test', async () => {
  const scalar = await each(SCALARS)
  expect(new Set(scalar.map(({ source }) => source)).size).toBe(SOURCES.length)
})

test(
  '/conf/basic-cql2/comparison',
  async () => {
    for (const asked of await each(SCALARS)) {
      const [eq, ne, gt, lt, ge, le] = OPERATORS.map((op) => `${asked.name} ${op} ${VALUES[asked.type]}`) as [
        ...[string, string, string, string, string, string],
      ]
      await evaluate(asked, eq, ne, gt, lt, ge, le)
      await expectApart(asked, [eq, ne], [gt, le], [lt, ge])
    }
  },
  BOUND,
)

test(
  '/conf/basic-cql2/is-null',
  async () => {
    for (const asked of await each([...SCALARS, 'geometry', 'array'])) {
      const [without = 0, having = 0] = await evaluate(asked, `${asked.name} IS NULL`, `${asked.name} is not null`)
      expect(without + having).toBe(await count(asked.source, 'true'))
    }
  },
  BOUND,
)

test('/conf/basic-cql2/boolean', async () => {
  for (const source of SOURCES) {
    const [all = 0, none] = await evaluate({ source }, 'true', 'false')
    expect([all > 0, none], source).toEqual([true, 0])
  }
})

test('/conf/basic-cql2/logical', combine, BOUND)

test(
  '/conf/advanced-comparison-operators/like',
  async () => {
    for (const asked of await each(['string'])) {
      const like = (pattern: string) => `${asked.name} LIKE '${pattern}'`
      const [any, , , two] = await evaluate(asked, like('%'), like('_%'), like(''), like('%%'), like('\\%\\_'))
      expect(any).toBe(two)
      await expectApart(asked, [like('_%'), like('')])
    }
  },
  BOUND,
)

test(
  '/conf/advanced-comparison-operators/between',
  async () => {
    for (const asked of await each(['number', 'integer'])) {
      await evaluate(asked, `${asked.name} BETWEEN 0 AND 100`)
      expect(await evaluate(asked, `${asked.name} between 100.0 and 1.0`)).toEqual([0])
    }
  },
  BOUND,
)

test(
  '/conf/advanced-comparison-operators/in',
  async () => {
    const lists: Record<string, string> = {
      ...{ number: '1, 2, 3', integer: '1, 2, 3', string: "'foo', 'bar'", boolean: 'true' },
      date: "'2022-04-14', '2022-04-15'",
    }
    for (const asked of await each(SCALARS)) await evaluate(asked, `${asked.name} IN (${lists[asked.type]})`)
  },
  BOUND,
)

test('/conf/advanced-comparison-operators/logical', combine, BOUND)

test(
  '/conf/case-insensitive-comparison/casei',
  async () => {
    for (const asked of await each(['string'])) {
      const pair = [`CASEI(${asked.name}) = casei('foo')`, `CASEI(${asked.name}) <> casei('FOO')`] as const
      await evaluate(asked, ...pair)
      await expectApart(asked, pair)
    }
  },
  BOUND,
)

test(
  '/conf/case-insensitive-comparison/casei-like',
  async () => {
    for (const asked of await each(['string'])) {
      const like = (pattern: string) => `CASEI(${asked.name}) LIKE casei('${pattern}')`
      const [small, large] = await evaluate(asked, like('e%'), like('E%'))
      expect(small).toBe(large)
    }
  },
  BOUND,
)

test('/conf/case-insensitive-comparison/logical', combine, BOUND)

test(
  '/conf/accent-insensitive-comparison/accenti',
  async () => {
    for (const asked of await each(['string'])) {
      const pair = [
        `ACCENTI(${asked.name}) = accenti('äöüéáí')`,
        `ACCENTI(${asked.name}) <> accenti('aoueai')`,
      ] as const
      await evaluate(asked, ...pair)
      await expectApart(asked, pair)
    }
  },
  BOUND,
)

test('/conf/accent-insensitive-comparison/accenti-like', () => sameFor('ACCENTI', 'LIKE', 'Ä%', 'A%'), BOUND)
test('/conf/accent-insensitive-comparison/accenti-casei', () => sameFor('ACCENTI(CASEI', '=', 'ÄÉ', 'ae'), BOUND)
test(
  '/conf/accent-insensitive-comparison/accenti-casei-like',
  () => sameFor('ACCENTI(CASEI', 'LIKE', 'Ä%', 'a%'),
  BOUND,
)

async function sameFor(fold: string, op: string, ...texts: [string, string]): Promise<void> {
  const folded = (value: string) => `${fold}(${value})${fold.includes('(') ? ')' : ''}`
  for (const asked of await each(['string'])) {
    const [one, other] = await evaluate(
      asked,
      ...texts.map((text) => `${folded(asked.name)} ${op} ${folded(`'${text}'`)}`),
    )
    expect(one, asked.name).toBe(other)
  }
}

test('/conf/accent-insensitive-comparison/logical', combine, BOUND)

test(
  '/conf/property-property/comparison-value-property',
  async () => {
    for (const asked of await each(SCALARS)) {
      const [eq, ne, gt, lt, ge, le] = OPERATORS.map((op) => `${VALUES[asked.type]} ${op} ${asked.name}`) as [
        ...[string, string, string, string, string, string],
      ]
      await evaluate(asked, eq, ne, gt, lt, ge, le)
      await expectApart(asked, [eq, ne], [gt, le], [lt, ge])
    }
  },
  BOUND,
)

test(
  '/conf/property-property/comparison-property-property',
  async () => {
    for (const asked of await each(SCALARS)) {
      const counts = await evaluate(asked, ...OPERATORS.map((op) => `${asked.name} ${op} ${asked.name}`))
      const known = counts[0]
      expect(counts, asked.name).toEqual([known, 0, 0, 0, known, known])
    }
  },
  BOUND,
)

test('/conf/property-property/comparison-value-value', async () => {
  for (const value of [...Object.values(VALUES), "TIMESTAMP('2022-04-14T14:48:46Z')"]) {
    const counts = await evaluate({ source: 'ports' }, ...OPERATORS.map((op) => `${value} ${op} ${value}`))
    const all = await count('ports', 'true')
    expect(counts, value).toEqual([all, 0, 0, 0, all, all])
  }
})

test('/conf/property-property/logical', combine, BOUND)

test(
  '/conf/arithmetic/arithmetic',
  async () => {
    for (const asked of await each(['number', 'integer'])) {
      const { name } = asked
      const [same, known] = await evaluate(asked, `${name} * 2 / 2 = ${name}`, `${name} IS NOT NULL`)
      expect(same).toBe(known)
      await evaluate(asked, `${name} div 7 * 7 + ${name} % 7 = ${name}`, `${name} ^ 2 >= 0`, `10 - ${name} < 2 ^ 3`)
    }
  },
  BOUND,
)

test('/conf/arithmetic/logical', combine, BOUND)

test('/conf/cql2-text/validate', async () => {
  const { conformsTo } = z.object({ conformsTo: z.array(z.string()) }).parse(await ogc.json('/conformance'))
  expect(conformsTo).toContain('http://www.opengis.net/spec/cql2/1.0/conf/cql2-text')
  expect(await status('deposits', 'NOT A FILTER')).toBe(400)
})

test('/conf/cql2-text/escaping', async () => {
  for (const [text, value] of [
    ["'it''s'", "it's"],
    ["'it\\'s'", "it's"],
    ["'\\a\\b\\t\\n\\v\\f\\r'", '\x07\b\t\n\v\f\r'],
  ]) {
    const json = JSON.stringify({
      op: '=',
      args: [
        { op: 'casei', args: [value] },
        { op: 'casei', args: [value] },
      ],
    })
    const all = await count('ports', 'true')
    expect(await count('ports', `CASEI(${text}) = CASEI(${text})`)).toBe(all)
    const found = await ogc.items('ports', { filter: json, 'filter-lang': 'cql2-json' })
    expect(found.numberMatched).toBe(all)
  }
})

test('/conf/cql2-json/validate', async () => {
  const { conformsTo } = z.object({ conformsTo: z.array(z.string()) }).parse(await ogc.json('/conformance'))
  expect(conformsTo).toContain('http://www.opengis.net/spec/cql2/1.0/conf/cql2-json')
  const answer = await ogc.get(
    `/collections/ports/items?filter-lang=cql2-json&filter=${encodeURIComponent('{"op":"x"}')}`,
  )
  expect(answer.status).toBe(400)
})
