/** The checks that every dataset must pass, by name. */
import type { Check } from './check.ts'
import { geometries, licences, schemas } from './datasets.ts'
import { duplicateDeposits } from './duplicates.ts'
import { knownWrongPositions, pointsInDistrict, pointsInProvince, pointsInWindow } from './positions.ts'
import { citations, parts, references } from './references.ts'
import { resources } from './resources.ts'

export const CHECKS: Readonly<Record<string, Check>> = {
  licences,
  geometries,
  schemas,
  pointsInWindow,
  pointsInProvince,
  pointsInDistrict,
  knownWrongPositions,
  resources,
  duplicateDeposits,
  references,
  parts,
  citations,
}
