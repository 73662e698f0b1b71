/**
 * Changes of a scenario ⇄ text, of the link and of questions by GET: a letter for the kind, fields joined by `!`, changes by `|`, positions to five
 * decimals joined by `_`. `cN-25|f66,27_67,27_67,28` closes a road and floods a triangle. Decoding goes through the contract.
 */
import * as z from 'zod'
import type { Position } from './geo.ts'
import { Change } from './scenario.ts'

export const MOST_DRAWN_CHANGES = 20
/** What is longer is not carried: browsers and mail programs cut longer links. */
export const LONGEST_CHANGES_TEXT = 3500

/** null where the changes are too long for a link. */
export function encodeChanges(changes: readonly Change[]): string | null {
  const text = changes.map(textOf).join('|')
  return text.length <= LONGEST_CHANGES_TEXT ? text : null
}

function textOf(change: Change): string {
  switch (change.kind) {
    case 'close-edge':
      return `e${lineText([change.at])}`
    case 'close-reference':
      return `c${change.reference}`
    case 'close-place':
      return `p${change.place}`
    case 'close-area':
      return `f${lineText(change.ring)}`
    case 'slow-reference':
      return `s${change.factor}!${change.reference}`
    case 'slow-area':
      return `w${change.factor}!${lineText(change.ring)}`
    case 'open-reference':
      return `o${change.reference}`
    case 'add-line': {
      const { mode, speedKmH, costUsdPerTonneKm, buildUsdMPerKm, line } = change
      return `l${[mode, speedKmH, costUsdPerTonneKm, buildUsdMPerKm ?? '', lineText(line)].join('!')}`
    }
    case 'set-assumption':
      return `a${change.key}!${change.value}`
  }
}

const lineText = (line: readonly Position[]): string =>
  line.map(([lon, lat]) => `${round(lon)},${round(lat)}`).join('_')
const round = (degrees: number): number => Number(degrees.toFixed(5)) || 0

/** A change as a link gives it back. */
export function roundedLine(line: readonly Position[]): Position[] {
  return line.map(([lon, lat]): Position => [round(lon), round(lat)])
}

export function decodeChanges(text: string): Change[] | undefined {
  if (text.length > LONGEST_CHANGES_TEXT) return undefined
  const changes = text.split('|').map((part) => Change.safeParse(fieldsOf(part)).data)
  const good = changes.filter((change) => change !== undefined)
  return good.length === changes.length && good.length <= MOST_DRAWN_CHANGES ? good : undefined
}

function fieldsOf(part: string): unknown {
  const [letter, rest] = [part.slice(0, 1), part.slice(1)]
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = rest.split('!')
  switch (letter) {
    case 'e':
      return { kind: 'close-edge', at: linesOf(rest)[0] }
    case 'c':
      return { kind: 'close-reference', reference: rest }
    case 'p':
      return { kind: 'close-place', place: rest }
    case 'f':
      return { kind: 'close-area', ring: linesOf(rest) }
    case 's':
      return { kind: 'slow-reference', factor: numberOf(first), reference: second }
    case 'w':
      return { kind: 'slow-area', factor: numberOf(first), ring: linesOf(second) }
    case 'o':
      return { kind: 'open-reference', reference: rest }
    case 'l':
      return {
        ...{ kind: 'add-line', mode: first, speedKmH: numberOf(second), costUsdPerTonneKm: numberOf(third) },
        ...{ buildUsdMPerKm: fourth === '' ? null : numberOf(fourth), line: linesOf(fifth) },
      }
    case 'a':
      return { kind: 'set-assumption', key: first, value: numberOf(second) }
    default:
      return undefined
  }
}

function linesOf(text: string): number[][] {
  return text.split('_').map((at) => at.split(',').map(numberOf))
}

/** Empty text is no number: `Number('')` would be 0, a place on the map. */
function numberOf(text: string): number {
  return /^-?\d{1,6}(\.\d{1,10})?$/.test(text) ? Number(text) : Number.NaN
}

/** Changes as a parameter of a question. */
export const ChangesText = z.string().transform((text, context): Change[] => {
  const changes = decodeChanges(text)
  if (changes) return changes
  context.addIssue({ code: 'custom', message: `expected up to ${MOST_DRAWN_CHANGES} changes, as links carry them` })
  return z.NEVER
})
