/** Tonnages of a deposit: the row's own estimate and the rivals told in its note and in the remarks of its citations. */

import type * as z from 'zod'
import type { CommodityCode } from '#geodata/contract/commodity.ts'
import type { Grade, ResourceEstimate } from '#geodata/contract/deposit.ts'
import type { Citation, Confidence } from '#geodata/contract/provenance.ts'
import { resolveCitations, type SourceRecord } from './citations.ts'
import { numberOrNull, type Row } from './row-fields.ts'

type Category = ResourceEstimate['category']

/** Where the row, its note or its citation names the category of the main figure; all others are unclassified. */
const CATEGORY: Readonly<Record<string, Category>> = {
  // Compilations of mineral resources (Mudd & Jowitt).
  saindak: 'resource',
  'reko-diq': 'resource',
  tanjeel: 'resource',
  'dasht-e-kain': 'resource',
  duddar: 'resource',
  gunga: 'resource',
  // The owner's page or note tells a resource beside a smaller mineable or pit reserve.
  'saindak-south': 'resource',
  'saindak-east': 'resource',
  'thar-block-6': 'resource',
  // "indicated"; proven, indicated and inferred together.
  'khuzdar-barite': 'resource',
  badin: 'resource',
  // Derived from the owner's reserve statement.
  'reko-diq-western-porphyries': 'reserve',
}

/** Said beside figures whose reporting code is the owner's while the tonnage comes from a compilation. */
const CODE_CAVEAT: Readonly<Record<string, string>> = {
  'reko-diq': 'NI 43-101 is the code that the owner names; this tonnage comes from a compilation.',
  tanjeel: 'NI 43-101 is the code that the owner of the project names; this tonnage comes from a compilation.',
}

const GRADE_COLUMNS = [
  ['cu_pct', 'copper', '%'],
  ['au_gpt', 'gold', 'g/t'],
  ['ag_gpt', 'silver', 'g/t'],
  ['zn_pct', 'zinc', '%'],
  ['pb_pct', 'lead', '%'],
  ['fe_pct', 'iron', '%'],
  ['cr2o3_pct', 'chromite', '%'],
  ['heating_mj_kg', 'coal', 'MJ/kg'],
] as const

const TEXT_GRADES = [
  [/([\d.]+)\s?% Cu\b/, 'copper', '%'],
  [/([\d.]+)\s?g\/t Au\b/, 'gold', 'g/t'],
  [/([\d.]+)\s?% Zn\b/, 'zinc', '%'],
  [/([\d.]+)\s?% Pb\b/, 'lead', '%'],
] as const

type GradeOf = z.output<typeof Grade>

function gradesOfRow(row: Row): GradeOf[] {
  return GRADE_COLUMNS.flatMap(([column, commodity, unit]) => {
    const value = numberOrNull(row, column)
    return value === null ? [] : [{ commodity: commodity satisfies CommodityCode, value, unit }]
  })
}

function gradesInText(text: string): GradeOf[] {
  return TEXT_GRADES.flatMap(([pattern, commodity, unit]) => {
    const value = pattern.exec(text)?.[1]
    return value ? [{ commodity, value: Number(value), unit }] : []
  })
}

/** Figures of ore: `610 Mt`, `1.4 bn t`, `165-610 Mt`; not rates (`Mt/y`), not metal (`992,400 t Zn`). */
const TONNAGE = /(?:([\d.,]*\d)-)?([\d.,]*\d)\s?(Mt|Gt|bn t|million long tons)\b(?!\/)/g
const TO_MT: Readonly<Record<string, number>> = { Mt: 1, Gt: 1000, 'bn t': 1000, 'million long tons': 1.0160469 }

const millionTonnes = (figure: string, unit = 'Mt'): number =>
  Math.round(Number(figure.replaceAll(',', '')) * (TO_MT[unit] ?? 1) * 1e6) / 1e6

/** Words that show a figure to be something else: an output, another area, a sum of several deposits, one class of the whole. */
const NOT_A_RIVAL =
  /\b(?:total|national|together|shared|share|output|exports?|add up|fields|coal output|bed|measured|all grades|extraction|drilled|bodies|for all of|in six blocks|JORC|both|sum derived|overlap|for the Hazara)\b| \+ |Jherruck 1,823/i

/** Rows whose note speaks of tonnage beyond the row itself. */
const NOTE_OF_OTHERS: ReadonlySet<string> = new Set(['nizampur-iron', 'pezu-iron', 'kakul', 'bahadur-khel'])

function sentencesOf(note: string): string[] {
  return note.split(/(?<=[.;])\s+(?=[A-Z0-9])/).map((sentence) => sentence.trim())
}

function categoryIn(text: string): Category {
  if (/\b(?:reserves?|mineable)\b/i.test(text)) return 'reserve'
  return /\b(?:resources?|inferred|indicated|M&I)\b/i.test(text) ? 'resource' : 'unclassified'
}

const yearIn = (text: string): number | null => {
  const year = /\b((?:19|20)\d\d)\b/.exec(text)?.[1]
  return year ? Number(year) : null
}

/** A rival was set aside for the main figure: medium at best, low where the text itself doubts it. */
function confidenceOfRival(text: string, row: Confidence): Confidence {
  const isDoubted = /claim|not supported|promotional|conflict|doubt/i.test(text)
  return row === 'low' || isDoubted ? 'low' : 'medium'
}

interface Statement {
  text: string
  citations: readonly Citation[]
}

/** The estimates that one statement tells, one for each tonnage in it, with the grades that follow the tonnage. */
function estimatesIn({ text, citations }: Statement, confidence: Confidence): ResourceEstimate[] {
  if (NOT_A_RIVAL.test(text)) return []
  const found = [...text.matchAll(TONNAGE)]
  return found.flatMap((match, index) => {
    const tail = text.slice(match.index, found[index + 1]?.index)
    const lead = text.slice(found[index - 1]?.index ?? 0, match.index)
    const opening = text.slice(0, found[0]?.index)
    return [match[1], match[2]]
      .filter((figure) => figure !== undefined)
      .map((figure) => ({
        tonnageMt: millionTonnes(figure, match[3]),
        category: categoryIn(lead + tail.split(/[,;]/)[0]),
        grades: gradesInText(tail),
        gradeText: null,
        reportingCode: null,
        year: yearIn(tail) ?? yearIn(opening),
        citations: [...citations],
        confidence: confidenceOfRival(text, confidence),
        text,
      }))
  })
}

/** The source that a sentence of the note names, by its short citation or by the first word of one of the row's own; else all of the row's. */
function citationsNamedIn(sentence: string, own: readonly Citation[], sources: readonly SourceRecord[]): Citation[] {
  const named = sources.find((source) => source.short.length >= 4 && sentence.includes(source.short))
  if (named) return [{ text: sentence, source: named.id }]
  const byFirstWord = own.filter(({ text }) => sentence.split(/\W+/).includes(text.split(/\W+/)[0] ?? ''))
  return byFirstWord.length > 0 ? byFirstWord : [...own]
}

/** The citations whose remark states this tonnage; all of the row's where none does. */
function citationsFor(tonnageMt: number, citations: readonly Citation[]): Citation[] {
  const stating = citations.filter(({ text }) =>
    [...text.matchAll(TONNAGE)].some(([, low, high, unit]) =>
      [low, high].some((figure) => figure && millionTonnes(figure, unit) === tonnageMt),
    ),
  )
  return stating.length > 0 ? stating : [...citations]
}

/** The row's own estimate, or null when it has no tonnage. */
export function resourceOf(row: Row, citations: readonly Citation[], confidence: Confidence): ResourceEstimate | null {
  const tonnageMt = numberOrNull(row, 'resource_mt')
  if (tonnageMt === null) return null
  const id = row.id ?? ''
  const code = row.reporting_code
  return {
    tonnageMt,
    category: CATEGORY[id] ?? 'unclassified',
    grades: gradesOfRow(row),
    gradeText: row.grade ?? null,
    reportingCode: code === 'NI43-101' || code === 'JORC' ? code : null,
    year: numberOrNull(row, 'as_of_year'),
    citations: citationsFor(tonnageMt, citations),
    confidence,
    text: CODE_CAVEAT[id] ?? null,
  }
}

/**
 * Rival figures: tonnages in the note and in the citations' remarks that differ from the main figure. Sentences about
 * sums, outputs and other areas are left out; they stay in the note, which is kept whole.
 */
export function rivalsOf(
  row: Row,
  resource: ResourceEstimate | null,
  sources: readonly SourceRecord[],
  confidence: Confidence,
): ResourceEstimate[] {
  const own = resolveCitations(row.source ?? '', sources)
  const fromCitations = own.flatMap((citation) => {
    const remark = /\(([^()]*)\)/.exec(citation.text)?.[1]
    return remark ? estimatesIn({ text: citation.text, citations: [citation] }, confidence) : []
  })
  const note = NOTE_OF_OTHERS.has(row.id ?? '') ? '' : (row.note ?? '')
  const fromNote = sentencesOf(note).flatMap((sentence) =>
    estimatesIn({ text: sentence, citations: citationsNamedIn(sentence, own, sources) }, confidence),
  )
  const seen = new Set<number | null>([resource?.tonnageMt ?? null])
  return [...fromCitations, ...fromNote].filter((estimate) => {
    if (seen.has(estimate.tonnageMt)) return false
    seen.add(estimate.tonnageMt)
    return true
  })
}
