/** Names in three languages, citations and confidence: what every record carries beside its figures. */
import * as z from 'zod'

export const Language = z.enum(['en', 'ur', 'zh'])
export type Language = z.output<typeof Language>

/** A proper name by language; null where no form is known. At least one is usually present. */
export const LocalName = z.object({
  en: z.string().min(1).nullable(),
  ur: z.string().min(1).nullable(),
  zh: z.string().min(1).nullable(),
})
export type LocalName = z.output<typeof LocalName>

export const Confidence = z.enum(['high', 'medium', 'low'])
export type Confidence = z.output<typeof Confidence>

/** One citation as written, with the id of the record in the `sources` dataset that it resolves to. */
export const Citation = z.object({ text: z.string().min(1), source: z.string().min(1) })
export type Citation = z.output<typeof Citation>

/** The id in `sources` of "general knowledge, unverified": a statement from memory, always of low confidence. */
export const GENERAL_KNOWLEDGE = 'general-knowledge-unverified'

export const Provenance = z.object({
  citations: z.array(Citation).min(1),
  /** Year or ISO date of the figures, not of the download. */
  asOf: z.string().nullable(),
  confidence: Confidence,
  /** Free text of the compiler: rival figures, rejected values, cells that rest on memory. */
  note: z.string().nullable(),
})
export type Provenance = z.output<typeof Provenance>
