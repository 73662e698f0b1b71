/** How shapes and boxes of a filter come to degrees as they are read; apart from reference-system.ts, whose library few need. */
import type { Node } from './expression.ts'

export type PlacedLiteral = Extract<Node, { kind: 'geometry' | 'bbox' }>
/** A literal as written to one in degrees; null where there is none. */
export type Placing = (literal: PlacedLiteral) => PlacedLiteral | null

export const AS_WRITTEN: Placing = (literal) => literal
