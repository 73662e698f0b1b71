/** A figure with its unit in a lighter tone, never broken over a line. Left to right inside any language. */
export function Figure({ value, unit }: { value: string; unit?: string | null }) {
  return (
    <span className="figure">
      <bdi>{value}</bdi>
      {unit && <span className="unit"> {unit}</span>}
    </span>
  )
}
