/** sRGB to CIELAB, CIEDE2000 (Sharma, Wu and Dalal 2005), dichromat simulation, WCAG contrast. For the palette's test. */

export type Rgb = [number, number, number]
export type Lab = [number, number, number]
export const SIGHTS = ['normal', 'protan', 'deutan', 'tritan'] as const
export type Sight = (typeof SIGHTS)[number]

/** Linear light, 0–1. */
function linearOf(hex: string): Rgb {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

type Matrix = readonly [Rgb, Rgb, Rgb]
const times = (matrix: Matrix, [x, y, z]: Rgb): Rgb => {
  const row = ([a, b, c]: Rgb): number => a * x + b * y + c * z
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}

/** Linear sRGB to linear sRGB. Viénot 1999 (one half-plane). */
const PROTAN: Matrix = [
  [0.11238, 0.88762, 0],
  [0.11238, 0.88762, 0],
  [0.00401, -0.00401, 1],
]
const DEUTAN: Matrix = [
  [0.29275, 0.70725, 0],
  [0.29275, 0.70725, 0],
  [-0.02234, 0.02234, 1],
]
/** Brettel 1997: two half-planes, on either side of the neutral axis. */
const TRITAN_1: Matrix = [
  [1.01277, 0.13548, -0.14826],
  [-0.01243, 0.86812, 0.14431],
  [0.07589, 0.805, 0.11911],
]
const TRITAN_2: Matrix = [
  [0.93678, 0.18979, -0.12657],
  [0.06154, 0.81526, 0.1232],
  [-0.37562, 1.12767, 0.24796],
]
const TRITAN_SIDE: Rgb = [0.03901, -0.02788, -0.01113]

export function seenBy(sight: Sight, hex: string): Rgb {
  const colour = linearOf(hex)
  switch (sight) {
    case 'normal':
      return colour
    case 'protan':
      return clipped(times(PROTAN, colour))
    case 'deutan':
      return clipped(times(DEUTAN, colour))
    case 'tritan': {
      const side = colour[0] * TRITAN_SIDE[0] + colour[1] * TRITAN_SIDE[1] + colour[2] * TRITAN_SIDE[2]
      return clipped(times(side >= 0 ? TRITAN_1 : TRITAN_2, colour))
    }
  }
}

function clipped(colour: Rgb): Rgb {
  const clip = (value: number): number => Math.min(1, Math.max(0, value))
  return [clip(colour[0]), clip(colour[1]), clip(colour[2])]
}

/** CIELAB under D65. */
export function labOf([r, g, b]: Rgb): Lab {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const rad = (degrees: number): number => (degrees * Math.PI) / 180

export function ciede2000([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)))
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)]
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)]
  const hue = (a: number, b: number): number =>
    a === 0 && b === 0 ? 0 : (Math.atan2(b, a) * 180) / Math.PI + (b < 0 ? 360 : 0)
  const [h1, h2] = [hue(p1, b1), hue(p2, b2)]
  const isGrey = c1 * c2 === 0
  let dh = isGrey ? 0 : h2 - h1
  if (dh > 180) dh -= 360
  if (dh < -180) dh += 360
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(rad(dh / 2))
  const [lm, cm] = [(l1 + l2) / 2, (c1 + c2) / 2]
  let hm = h1 + h2
  if (!isGrey) {
    if (Math.abs(h1 - h2) > 180) hm += hm < 360 ? 360 : -360
    hm /= 2
  }
  const t =
    1 -
    0.17 * Math.cos(rad(hm - 30)) +
    0.24 * Math.cos(rad(2 * hm)) +
    0.32 * Math.cos(rad(3 * hm + 6)) -
    0.2 * Math.cos(rad(4 * hm - 63))
  const sl = 1 + (0.015 * (lm - 50) ** 2) / Math.sqrt(20 + (lm - 50) ** 2)
  const sc = 1 + 0.045 * cm
  const sh = 1 + 0.015 * cm * t
  const rt = -2 * Math.sqrt(cm ** 7 / (cm ** 7 + 25 ** 7)) * Math.sin(rad(60 * Math.exp(-(((hm - 275) / 25) ** 2))))
  const [kl, kc, kh] = [(l2 - l1) / sl, (c2 - c1) / sc, dH / sh]
  return Math.sqrt(kl ** 2 + kc ** 2 + kh ** 2 + rt * kc * kh)
}

/** WCAG 2 contrast of two opaque colours, 1–21. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r, g, blue] = linearOf(hex)
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}
