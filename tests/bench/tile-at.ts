/** The tile of a zoom that holds a place: the slippy-map formula, written for the benchmarks apart from the program's own. */
export function tileAt([lon, lat]: readonly [number, number], z: number): { x: number; y: number } {
  const side = 2 ** z
  const x = Math.floor(((lon + 180) / 360) * side)
  const y = Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * side)
  return { x: Math.min(side - 1, Math.max(0, x)), y: Math.min(side - 1, Math.max(0, y)) }
}
