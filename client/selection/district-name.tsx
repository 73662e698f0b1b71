/** A district by name, in the reader's language where its name is known in it. */
import { useDistrictNames } from '#client/api/use-district-names.ts'

export function DistrictName({ id, printed }: { id: string; printed: string }) {
  const nameOf = useDistrictNames()
  return <bdi>{nameOf(id, printed)}</bdi>
}
