/** Chooses the sheet for a selection by its dataset. To add a sheet: one lazy import and one line in SHEETS. */
import { type ComponentType, lazy } from 'react'
import { LazyBoundary } from '#client/ui/lazy-boundary.tsx'
import type { FeatureRef } from '#geodata/contract/endpoints.ts'

const DepositSheet = lazy(() => import('#client/features/deposit-sheet/deposit-sheet.tsx'))
const CorridorSheet = lazy(() => import('#client/features/corridor-sheet/corridor-sheet.tsx'))
const PortSheet = lazy(() => import('#client/features/port-sheet/port-sheet.tsx'))
const RegionSheet = lazy(() => import('#client/features/region-sheet/region-sheet.tsx'))
const FeatureSheet = lazy(() => import('#client/features/feature-sheet/feature-sheet.tsx'))

const SHEETS: Readonly<Record<string, ComponentType<{ selection: FeatureRef }>>> = {
  deposits: DepositSheet,
  corridors: CorridorSheet,
  ports: PortSheet,
  provinces: RegionSheet,
  districts: RegionSheet,
}

export function SheetContent({ selection }: { selection: FeatureRef }) {
  const Sheet = SHEETS[selection.dataset] ?? FeatureSheet
  return (
    <LazyBoundary key={`${selection.dataset}/${selection.id}`}>
      <Sheet selection={selection} />
    </LazyBoundary>
  )
}
