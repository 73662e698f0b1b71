/** stub */
import type { OgcContext } from './operation.ts'
export function propertyParameters(_p: object, _c: Pick<OgcContext, 'datasets'>): string[] {
  return ['status']
}
