/** The question in the view state, the place it is about, and how they are called in words. */
import { useQuery } from '#client/api/use-query.ts'
import { choiceLabel } from '#client/format/choice-label.ts'
import { localName } from '#client/format/local-name.ts'
import { positionText } from '#client/format/quantity.ts'
import type { Messages } from '#client/i18n/translate.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { choicesOf } from '#client/state/filter-choices.ts'
import { type AskedPlace, FIRST_QUESTION, type Question } from '#client/state/question.ts'
import { useView } from '#client/state/view-state.ts'
import { COMMODITIES } from '#geodata/contract/commodity.ts'
import type { DepositFilter } from '#geodata/contract/filter.ts'
import type { Geometry } from '#geodata/contract/geo.ts'
import { areaM2, lengthM } from '#geodata/spatial/geodesic.ts'

type Change = Partial<Question> | ((before: Question) => Partial<Question>)

/** The question, and how to change it. A change that rests on what was there before is a function: fields answer late. */
export function useAsked(): [Question, (change: Change) => void] {
  const question = useView((state) => state.question) ?? FIRST_QUESTION
  const set = useView((state) => state.set)
  const change = (part: Change): void => {
    const before = useView.getState().question ?? FIRST_QUESTION
    set({ question: { ...before, ...(typeof part === 'function' ? part(before) : part) } })
  }
  return [question, change]
}

export interface PlaceInWords {
  geometry: Geometry | null
  /** null while its name is on its way. */
  text: string | null
}

/** Geometry and name of the place; a feature is fetched. */
export function usePlace(place: AskedPlace | null): PlaceInWords {
  const messages = useMessages()
  const ref = place?.kind === 'feature' ? place.ref : null
  const { data } = useQuery('getFeature', ref && { params: ref })
  if (place === null) return { geometry: null, text: null }
  if (place.kind === 'shape') return { geometry: place.geometry, text: shapeText(messages, place.geometry) }
  return {
    geometry: data?.feature.geometry ?? null,
    text: data ? localName(data.feature.properties.name, messages.language, place.ref.id) : null,
  }
}

function shapeText({ t, number }: Messages, shape: Geometry): string {
  const digits = { maximumSignificantDigits: 4 }
  switch (shape.type) {
    case 'Point':
      return t('ask.shape.Point', { position: positionText(shape.coordinates) })
    case 'LineString':
      return t('ask.shape.LineString', { km: number(lengthM(shape.coordinates) / 1000, digits) })
    case 'MultiLineString': {
      const metres = shape.coordinates.reduce((sum, line) => sum + lengthM(line), 0)
      return t('ask.shape.MultiLineString', { km: number(metres / 1000, digits) })
    }
    case 'Polygon':
      return t('ask.shape.Polygon', { km2: number(areaOf(shape.coordinates), digits) })
    case 'MultiPolygon':
      return t('ask.shape.MultiPolygon', {
        km2: number(
          shape.coordinates.reduce((sum, rings) => sum + areaOf(rings), 0),
          digits,
        ),
      })
  }
}

/** Square kilometres, holes taken off. */
function areaOf([outer = [], ...holes]: readonly (readonly [number, number][])[]): number {
  return (areaM2(outer) - holes.reduce((sum, hole) => sum + areaM2(hole), 0)) / 1e6
}

/** Every choice of the filter in words, a condition in CQL2 among them, or null where there is none. */
export function filterInWords(messages: Messages, filter: DepositFilter): string | null {
  const words = choicesOf(filter).map(({ facet, value }) => choiceLabel(messages, facet, value, null))
  if (filter.filter !== undefined) words.push(messages.t('cql.condition'))
  return words.length === 0 ? null : messages.list(words)
}

/** What is looked for, for the sentence: `copper deposits` where the filter names one commodity. */
export function whatInWords(
  { t, language }: Messages,
  datasets: readonly string[],
  filter: DepositFilter,
  count: number,
): string {
  const isDeposits = datasets.length === 1 && datasets[0] === 'deposits'
  const [only, ...others] = filter.commodity ?? []
  const goods = only !== undefined && others.length === 0 ? COMMODITIES[only].name[language] : ''
  return t('ask.what', {
    kind: isDeposits ? 'deposits' : 'other',
    count,
    named: goods === '' ? 'no' : 'yes',
    goods: language === 'en' ? goods.toLowerCase() : goods,
  }).trim()
}
