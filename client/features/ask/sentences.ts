/** Each answer as one sentence, out of the message catalogues. Pure: messages and figures in, text out. */
import { compassPoint, distanceText } from '#client/format/quantity.ts'
import type { Messages } from '#client/i18n/translate.ts'
import type { Conditions } from '#client/state/question.ts'
import { OVERLAY_KINDS } from '#geodata/contract/questions.ts'

export interface Counted {
  count: number
  /** Parts of deposits, counted apart. */
  parts: number
  what: string
}

interface Nearest {
  name: string
  distanceKm: number
  bearingDeg: number
}

/** `7 copper deposits lie within 50 km of the western alignment; the nearest is … at 12.4 km.` */
export function nearSentence(
  messages: Messages,
  {
    place,
    withinKm,
    counted,
    nearest,
  }: { place: string; withinKm: number; counted: Counted | null; nearest: Nearest | null },
): string {
  const { t, number } = messages
  const distance = nearest && tenths(messages, nearest.distanceKm)
  if (counted === null)
    return nearest
      ? t('ask.says.nearestOnly', {
          place,
          name: nearest.name,
          distance,
          compass: t(`compass.${compassPoint(nearest.bearingDeg)}`),
        })
      : t('ask.answer.none')
  const sentence = t('ask.says.within', { ...inWords(messages, counted), km: number(withinKm), place })
  return nearest ? t('ask.says.nearest', { sentence, name: nearest.name, distance }) : t('ask.says.end', { sentence })
}

/** A sentence stands alone in a report: tenths of a kilometre at any distance. */
function tenths({ number }: Messages, km: number): string {
  return km < 10 ? distanceText(number, km) : number(km, { maximumFractionDigits: 1 })
}

export function withinSentence(messages: Messages, counted: Counted, place: string, relation: string): string {
  return messages.t('ask.says.inside', { ...inWords(messages, counted), place, relation })
}

export function bandSentence(
  messages: Messages,
  {
    counted,
    place,
    withinKm,
    firstKm,
    lastKm,
  }: { counted: Counted; place: string; withinKm: number; firstKm: number | null; lastKm: number | null },
): string {
  const { t, number } = messages
  const km = number(withinKm)
  if (firstKm === null || lastKm === null)
    return t('ask.says.end', { sentence: t('ask.says.within', { ...inWords(messages, counted), km, place }) })
  const whole = { maximumFractionDigits: 0 }
  return t('ask.says.band', {
    ...inWords(messages, counted),
    km,
    place,
    first: number(firstKm, whole),
    last: number(lastKm, whole),
  })
}

/** `within 100 km of the nearest railway and …`, in the order of the kinds. */
export function conditionsInWords({ t, number, list }: Messages, within: Conditions, beyond: Conditions): string {
  const parts = OVERLAY_KINDS.flatMap((kind) => {
    const [atMost, moreThan] = [within[kind], beyond[kind]]
    const name = t(`ask.kindName.${kind}`)
    return [
      ...(atMost === undefined ? [] : [t('ask.says.withinOf', { km: number(atMost), kind: name })]),
      ...(moreThan === undefined
        ? []
        : kind === 'protectedArea' && moreThan === 0
          ? [t('ask.says.outsideProtected')]
          : [t('ask.says.beyondOf', { km: number(moreThan), kind: name })]),
    ]
  })
  return parts.length === 0 ? t('ask.says.anywhere') : list(parts)
}

export function conditionsSentence(messages: Messages, counted: Counted, conditions: string): string {
  return messages.t('ask.says.conditions', { ...inWords(messages, counted), conditions })
}

export function inWords({ t }: Messages, { count, parts, what }: Counted) {
  return { count, what, parts: t('ask.parts', { count: parts }) }
}
