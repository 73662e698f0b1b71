/** Types of the npm package `lineclip`, which ships none. Boxes are [minX, minY, maxX, maxY]. */
declare module 'lineclip' {
  type Pair = [number, number]
  type Box = [number, number, number, number]
  export function clipPolyline(points: Pair[], bbox: Box, result?: Pair[][]): Pair[][]
  export function clipPolygon(points: Pair[], bbox: Box): Pair[]
}
