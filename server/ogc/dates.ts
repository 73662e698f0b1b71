/** stub */
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import type { OgcContext } from './operation.ts'
export function temporalProperty(_d: DatasetDefinition): { name: string } | null {
  return null
}
export async function temporalExtent(
  _d: DatasetDefinition,
  _c: OgcContext,
): Promise<[string | null, string | null] | null> {
  return null
}
