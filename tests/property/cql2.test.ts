/** CQL2: both encodings give back the tree they were written from, and no text whatever does anything but parse or be refused. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '#geodata/cql2/check.ts'
import type { Expression } from '#geodata/cql2/expression.ts'
import { parseJson } from '#geodata/cql2/parse-json.ts'
import { parseText } from '#geodata/cql2/parse-text.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { FILTER_LANGUAGES, readFilter } from '#geodata/cql2/read-filter.ts'
import { Cql2Refusal } from '#geodata/cql2/refusal.ts'
import { toJson } from '#geodata/cql2/to-json.ts'
import { toText } from '#geodata/cql2/to-text.ts'
import { filter, THINGS } from '../contract/filter-arbitraries.ts'

const queryables = queryablesOf(THINGS)
const unplaced = (expression: Expression) => ({ expression, placeOf: () => ({ offset: 0, length: 0 }) })

describe('a filter', () => {
  test('made at random is one that the check lets through', () => {
    fc.assert(
      fc.property(filter, (expression) => {
        expect(() => check(unplaced(expression), queryables)).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })

  test('is the same after it was written as text and read', () => {
    fc.assert(
      fc.property(filter, (expression) => {
        expect(parseText(toText(expression)).expression).toEqual(expression)
      }),
      { numRuns: 1500 },
    )
  })

  test('is the same after it was written as JSON and read', () => {
    fc.assert(
      fc.property(filter, (expression) => {
        expect(parseJson(JSON.stringify(toJson(expression))).expression).toEqual(expression)
      }),
      { numRuns: 1500 },
    )
  })

  test('says where each of its parts stands: the piece of text reads as that part', () => {
    fc.assert(
      fc.property(filter, (expression) => {
        const text = toText(expression)
        const parsed = parseText(text)
        const args = parsed.expression.kind === 'and' || parsed.expression.kind === 'or' ? parsed.expression.args : []
        for (const arg of args) {
          const place = parsed.placeOf(arg)
          if (!('offset' in place)) throw new Error('a text has offsets')
          expect(parseText(text.slice(place.offset, place.offset + place.length)).expression).toEqual(arg)
        }
      }),
      { numRuns: 500 },
    )
  })
})

/** Nothing but a refusal, whose place lies within the text. */
function expectReadOrRefused(text: string): void {
  for (const language of FILTER_LANGUAGES) {
    try {
      readFilter(text, queryables, { language })
    } catch (error) {
      expect(error).toBeInstanceOf(Cql2Refusal)
      if (!(error instanceof Cql2Refusal)) return
      expect(error.message).not.toMatch(/undefined|\{\w+\}/)
      if ('offset' in error.place) {
        expect(error.place.offset).toBeGreaterThanOrEqual(0)
        expect(error.place.offset + error.place.length).toBeLessThanOrEqual(text.length)
      }
    }
  }
}

describe('text that is no filter', () => {
  test('is refused, never more: any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectReadOrRefused), { numRuns: 3000 })
  })

  test('is refused, never more: words of the language in any order', () => {
    const word = fc.constantFrom(
      ...['AND', 'OR', 'NOT', 'LIKE', 'BETWEEN', 'IN', 'IS', 'NULL', 'TRUE', 'DIV', '(', ')', ',', '=', '<>', '+', '-'],
      ...['*', '^', "'a'", '5', '.5', '1e9', 'label', 'size', 'tags', 'geometry', 'day', '"label"', 'CASEI', 'ACCENTI'],
      ...[
        'S_INTERSECTS',
        'S_DWITHIN',
        'T_AFTER',
        'POINT',
        'POLYGON',
        'BBOX',
        'DATE',
        'INTERVAL',
        "'..'",
        "'2020-01-01'",
      ],
    )
    const sentence = fc.array(word, { maxLength: 25 }).map((words) => words.join(' '))
    fc.assert(fc.property(sentence, expectReadOrRefused), { numRuns: 5000 })
  })

  test('is refused, never more: a filter with a piece cut out or put in', () => {
    const broken = fc
      .tuple(filter, fc.nat(), fc.nat(6), fc.string({ maxLength: 3 }))
      .map(([expression, at, length, piece]) => {
        const text = toText(expression)
        const from = at % (text.length + 1)
        return text.slice(0, from) + piece + text.slice(from + length)
      })
    fc.assert(fc.property(broken, expectReadOrRefused), { numRuns: 3000 })
  })

  test('is refused, never more: any JSON', () => {
    const key = fc.constantFrom(
      'op',
      'args',
      'property',
      'date',
      'interval',
      'type',
      'coordinates',
      'bbox',
      '__proto__',
    )
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(
          'and',
          'not',
          '=',
          'in',
          'casei',
          's_intersects',
          't_after',
          'label',
          'Point',
          '..',
          null,
          true,
          5,
        ),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 3 }),
      ),
    }))
    fc.assert(
      fc.property(
        json.value.map((value) => JSON.stringify(value)),
        expectReadOrRefused,
      ),
      { numRuns: 3000 },
    )
  })
})
