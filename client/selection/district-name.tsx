/** A district by name, in the reader's language where its name is known in it. */
import { useDistrictNames } from '#client/api/use-district-names.ts'
import { FeatureLink } from './feature-link.tsx'

/** The same as a way to the district's sheet. */
export function DistrictLink({ id, printed }: { id: string; printed: string }) {
  const nameOf = useDistrictNames()
  const name = nameOf(id, printed)
  return <FeatureLink feature={{ dataset: 'districts', id }} name={{ en: name, ur: name, zh: name }} />
}

export function DistrictName({ id, printed }: { id: string; printed: string }) {
  const nameOf = useDistrictNames()
  return <bdi>{nameOf(id, printed)}</bdi>
}
