/** What the search box offers: features found, and a position when the text reads as coordinates. */
import { positionText } from '#client/format/quantity.ts'
import { fitTo, flyTo } from '#client/map/camera.ts'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import type { Output, SearchHit } from '#geodata/contract/endpoints.ts'

export type Result =
  | { kind: 'position'; id: string; position: [number, number] }
  | { kind: 'feature'; id: string; hit: SearchHit }

/** Searches that show what the box can do: a misspelt name, Chinese, Urdu, coordinates. */
export const EXAMPLES = ['Dodar', '山达克', 'گوادر', '29.25, 61.61'] as const

/** A feature smaller than this, in degrees, is a point to fly to; anything larger is fitted into view. */
const POINT_DEG = 0.02
const POINT_ZOOM = 9

export function resultsOf(answer: Output<'search'> | undefined): Result[] {
  if (!answer) return []
  const features = answer.hits.map((hit): Result => ({ kind: 'feature', id: `${hit.ref.dataset}/${hit.ref.id}`, hit }))
  return answer.position
    ? [{ kind: 'position', id: positionText(answer.position), position: answer.position }, ...features]
    : features
}

/** Selects a result and brings it into view. */
export function openResult(result: Result): void {
  if (result.kind === 'position') {
    usePassing.getState().set({ marker: result.position })
    flyTo(result.position, POINT_ZOOM)
    return
  }
  const { ref, bbox, position } = result.hit
  usePassing.getState().set({ marker: null })
  useView.getState().set({ selection: ref })
  const isPoint = bbox[2] - bbox[0] < POINT_DEG && bbox[3] - bbox[1] < POINT_DEG
  if (isPoint) flyTo(position, POINT_ZOOM)
  else fitTo(bbox)
}
