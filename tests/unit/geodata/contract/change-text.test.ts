/** Changes in a link: as a person reads them, and what is refused. */
import { expect, test } from 'vitest'
import { decodeChanges, encodeChanges, LONGEST_CHANGES_TEXT } from '#geodata/contract/change-text.ts'
import type { Change } from '#geodata/contract/scenario.ts'

test('a flood, a closed road, an opened and a drawn railway', () => {
  const text = 'f66,27_67,27_67,28|cN-25|oML-5|lrail!60!0.02!!66,27_64,25.5'
  const changes: Change[] = [
    {
      kind: 'close-area',
      ring: [
        [66, 27],
        [67, 27],
        [67, 28],
      ],
    },
    { kind: 'close-reference', reference: 'N-25' },
    { kind: 'open-reference', reference: 'ML-5' },
    {
      ...{ kind: 'add-line', mode: 'rail', speedKmH: 60, costUsdPerTonneKm: 0.02, buildUsdMPerKm: null },
      line: [
        [66, 27],
        [64, 25.5],
      ],
    },
  ]
  expect(decodeChanges(text)).toEqual(changes)
  expect(encodeChanges(changes)).toBe(text)
})

test.each([
  ['f66,27_67,27', 'an area of two corners'],
  ['e200,27', 'a longitude of 200°'],
  ['e66', 'no latitude'],
  ['e,', 'empty numbers'],
  ['s9!N-25', 'nine times the speed'],
  ['zN-25', 'a kind that is not there'],
  ['', 'nothing'],
  ['cN-25||cN-5', 'an empty change'],
  [Array.from({ length: 21 }, (_, i) => `cN-${i}`).join('|'), 'too many'],
  ['c'.padEnd(LONGEST_CHANGES_TEXT + 2, 'x'), 'too long'],
])('%j is refused: %s', (text) => {
  expect(decodeChanges(text)).toBeUndefined()
})

test('what is too long for a link is left out of it', () => {
  const ring = Array.from({ length: 190 }, (_, i): [number, number] => [60 + i / 1000, 30.12345])
  const floods = Array.from({ length: 3 }, (): Change => ({ kind: 'close-area', ring }))
  expect(encodeChanges(floods.slice(0, 1))).not.toBeNull()
  expect(encodeChanges(floods)).toBeNull()
})
