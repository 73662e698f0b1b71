/**
 * The question that is asked of the map, and its part of the link: `ask` names the kind, `ask.<field>` the rest. Fields at
 * their defaults are left out; what cannot be read is left at its default and named as a fault.
 */
import type { FeatureRef } from '#geodata/contract/endpoints.ts'
import type { Geometry } from '#geodata/contract/geo.ts'
import {
  OVERLAY_KINDS,
  type OverlayKind,
  SCORE_TERMS,
  type ScoreWeights,
  SUMMARY_GROUPINGS,
  type SummaryGrouping,
} from '#geodata/contract/questions.ts'
import { EQUAL_WEIGHTS } from '#geodata/deposit/proximity-score.ts'
import { decodeShape, encodeShape } from './shape-text.ts'

export const QUESTION_KINDS = ['near', 'within', 'band', 'conditions', 'score', 'summary'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export type AskedPlace = { kind: 'feature'; ref: FeatureRef } | { kind: 'shape'; geometry: Geometry }

export type Conditions = Partial<Record<OverlayKind, number>>

export interface Question {
  kind: QuestionKind
  place: AskedPlace | null
  datasets: readonly string[]
  /** Radius, buffer or width of a band, km. 0: within the area itself. */
  withinKm: number
  relation: 'intersects' | 'within'
  corridor: string
  /** Kilometres from the nearest of each kind: at most, and more than. */
  within: Conditions
  beyond: Conditions
  weights: ScoreWeights
  by: SummaryGrouping
  /** Of hexagons, 2 to 5. */
  resolution: number
}

export const FIRST_QUESTION: Question = {
  kind: 'near',
  place: null,
  datasets: ['deposits'],
  withinKm: 50,
  relation: 'intersects',
  corridor: 'cpec-western',
  within: {},
  beyond: {},
  weights: EQUAL_WEIGHTS,
  by: 'province',
  resolution: 3,
}

/** Fields of the question in the link stand behind this. */
const FIELD = 'ask.'
const KM = /^\d{1,5}(\.\d{1,3})?$/
const SLUG = /^[a-z0-9][a-z0-9-]{0,99}$/
const FEATURE = /^([a-z0-9][a-z0-9-]{0,99})\/([A-Za-z0-9][A-Za-z0-9._~-]{0,119})$/

/** Entries of the link, in a fixed order. A shape too long for it is left out. */
export function encodeQuestion(question: Question): [name: string, text: string][] {
  const { place, weights } = question
  const texts: readonly [string, string | null, string][] = [
    ['place', place?.kind === 'feature' ? `${place.ref.dataset}/${place.ref.id}` : null, ''],
    ['shape', place?.kind === 'shape' ? encodeShape(place.geometry) : null, ''],
    ['data', question.datasets.join(','), 'deposits'],
    ['km', String(question.withinKm), String(FIRST_QUESTION.withinKm)],
    ['relation', question.relation, FIRST_QUESTION.relation],
    ['corridor', question.corridor, FIRST_QUESTION.corridor],
    ['within', conditionsText(question.within), ''],
    ['beyond', conditionsText(question.beyond), ''],
    ['weights', SCORE_TERMS.map((kind) => weights[kind]).join(','), SCORE_TERMS.map(() => 1).join(',')],
    ['by', question.by, FIRST_QUESTION.by],
    ['hex', String(question.resolution), String(FIRST_QUESTION.resolution)],
  ]
  const told = texts.flatMap(([name, text, usual]): [string, string][] =>
    text === null || text === usual ? [] : [[`${FIELD}${name}`, text]],
  )
  return [['ask', question.kind], ...told]
}

/** null where the link asks nothing. */
export function decodeQuestion(query: URLSearchParams, faults: string[]): Question | null {
  const asked = query.get('ask')
  if (asked === null) return null
  const kind = QUESTION_KINDS.find((known) => known === asked)
  if (kind === undefined) {
    faults.push('ask')
    return null
  }
  const read = <T>(name: string, usual: T, parse: (text: string) => T | undefined): T => {
    const text = query.get(`${FIELD}${name}`)
    const parsed = text === null ? usual : parse(text)
    if (parsed === undefined) faults.push(`${FIELD}${name}`)
    return parsed ?? usual
  }
  return {
    kind,
    place: read<AskedPlace | null>('place', null, decodeRef) ?? read<AskedPlace | null>('shape', null, decodeDrawn),
    datasets: read('data', FIRST_QUESTION.datasets, decodeDatasets),
    withinKm: read('km', FIRST_QUESTION.withinKm, decodeKm),
    relation: read('relation', FIRST_QUESTION.relation, (text) =>
      (['intersects', 'within'] as const).find((one) => one === text),
    ),
    corridor: read('corridor', FIRST_QUESTION.corridor, (text) => (SLUG.test(text) ? text : undefined)),
    within: read('within', FIRST_QUESTION.within, decodeConditions),
    beyond: read('beyond', FIRST_QUESTION.beyond, decodeConditions),
    weights: read('weights', FIRST_QUESTION.weights, decodeWeights),
    by: read('by', FIRST_QUESTION.by, (text) => SUMMARY_GROUPINGS.find((one) => one === text)),
    resolution: read('hex', FIRST_QUESTION.resolution, (text) => (/^[2-5]$/.test(text) ? Number(text) : undefined)),
  }
}

/** `railway:100,grid:50`, in the order of the kinds; also what the server reads. */
export function conditionsText(conditions: Conditions): string {
  return OVERLAY_KINDS.flatMap((kind) => (conditions[kind] === undefined ? [] : [`${kind}:${conditions[kind]}`])).join(
    ',',
  )
}

function decodeConditions(text: string): Conditions | undefined {
  const conditions: Conditions = {}
  for (const part of text.split(',')) {
    const [name, km = '', ...rest] = part.split(':')
    const kind = OVERLAY_KINDS.find((known) => known === name)
    const value = decodeKm(km)
    if (kind === undefined || value === undefined || rest.length > 0 || conditions[kind] !== undefined) return undefined
    conditions[kind] = value
  }
  return conditions
}

function decodeKm(text: string): number | undefined {
  return KM.test(text) && Number(text) <= 20_000 ? Number(text) : undefined
}

function decodeWeights(text: string): ScoreWeights | undefined {
  const values = text.split(',')
  if (values.length !== SCORE_TERMS.length || !values.every((value) => /^(10|\d(\.\d{1,2})?)$/.test(value)))
    return undefined
  return Object.fromEntries(SCORE_TERMS.map((kind, index) => [kind, Number(values[index])])) as ScoreWeights
}

function decodeDatasets(text: string): readonly string[] | undefined {
  const ids = text.split(',')
  return ids.length <= 12 && new Set(ids).size === ids.length && ids.every((id) => SLUG.test(id)) ? ids : undefined
}

function decodeRef(text: string): AskedPlace | undefined {
  const [, dataset, id] = FEATURE.exec(text) ?? []
  return dataset !== undefined && id !== undefined ? { kind: 'feature', ref: { dataset, id } } : undefined
}

function decodeDrawn(text: string): AskedPlace | undefined {
  const geometry = decodeShape(text)
  return geometry && { kind: 'shape', geometry }
}
