/** How far two screenshots of the same size differ. */
import { PNG } from 'pngjs'

/** Differences of colour below this, of 255 a channel, are the rasteriser's and not the page's. */
const VISIBLE_STEP = 24

/** Share of pixels, 0–1, that differ visibly. 1 where the sizes differ. */
export function differingShare(a: Buffer, b: Buffer): number {
  const [first, second] = [PNG.sync.read(a), PNG.sync.read(b)]
  if (first.width !== second.width || first.height !== second.height) return 1
  let differing = 0
  for (let i = 0; i < first.data.length; i += 4) {
    const step = Math.max(...[0, 1, 2].map((c) => Math.abs((first.data[i + c] ?? 0) - (second.data[i + c] ?? 0))))
    if (step > VISIBLE_STEP) differing += 1
  }
  return differing / (first.width * first.height)
}

/** How many colours a picture holds, in steps of 16 a channel: an empty map holds few. */
export function countColours(picture: Buffer): number {
  const { data } = PNG.sync.read(picture)
  const seen = new Set<number>()
  for (let i = 0; i < data.length; i += 4)
    seen.add((((data[i] ?? 0) >> 4) << 8) | (((data[i + 1] ?? 0) >> 4) << 4) | ((data[i + 2] ?? 0) >> 4))
  return seen.size
}
