/** Why a file could not be taken as a shape, and how much a file may hold. */
import { MOST_POSITIONS } from '#geodata/contract/place.ts'

export const MOST_MB = 10
export { MOST_POSITIONS }

export type ShapeFaultCode = 'type' | 'srs' | 'size' | 'positions' | 'empty' | 'columns' | 'coordinates' | 'unreadable'

export class ShapeFault extends Error {
  readonly code: ShapeFaultCode
  /** Positions found, where there were too many; of a reference system, its number. */
  readonly found: number

  constructor(code: ShapeFaultCode, found = 0, options?: ErrorOptions) {
    super(code, options)
    this.name = 'ShapeFault'
    this.code = code
    this.found = found
  }
}
