/**
 * Reads a place typed as coordinates: decimal degrees or degrees, minutes and seconds, with or without hemispheres, in
 * Latin, Urdu, Arabic, Chinese or full-width writing. Without hemispheres latitude comes first, as maps are read aloud,
 * unless only the other order lies in or near Pakistan, or only the other order lies on Earth.
 */
import type { BBox, Position } from '../contract/geo.ts'
import { bboxContains } from '../spatial/bbox.ts'

/** Pakistan and the territories it administers, with the sea off Karachi and Gwadar. */
const PAKISTAN: BBox = [60, 22.5, 80.5, 37.5]

type Axis = 'lat' | 'lon'
interface Angle {
  degrees: number
  /** null where no hemisphere is named. */
  axis: Axis | null
}

const HEMISPHERES: Readonly<Record<string, { axis: Axis; sign: 1 | -1 }>> = {
  N: { axis: 'lat', sign: 1 },
  S: { axis: 'lat', sign: -1 },
  E: { axis: 'lon', sign: 1 },
  W: { axis: 'lon', sign: -1 },
}

/** `[lon, lat]`, or null when the text is not a pair of coordinates. */
export function parseCoordinates(text: string): Position | null {
  const tokens = tokensOf(plainText(text))
  const halves = tokens && halvesOf(tokens)
  if (!halves) return null
  const [first, second] = [angleOf(halves[0]), angleOf(halves[1])]
  if (!first || !second) return null
  return first.axis === null && second.axis === null
    ? byConvention(first.degrees, second.degrees)
    : byHemisphere(first, second)
}

function byConvention(first: number, second: number): Position | null {
  const readings = [onEarth(second, first), onEarth(first, second)].filter((reading) => reading !== null)
  return readings.find((reading) => bboxContains(PAKISTAN, reading)) ?? readings[0] ?? null
}

function byHemisphere(first: Angle, second: Angle): Position | null {
  const firstAxis = first.axis ?? (second.axis === 'lat' ? 'lon' : 'lat')
  const secondAxis = second.axis ?? (first.axis === 'lat' ? 'lon' : 'lat')
  if (firstAxis === secondAxis) return null
  return firstAxis === 'lat' ? onEarth(second.degrees, first.degrees) : onEarth(first.degrees, second.degrees)
}

function onEarth(lon: number, lat: number): Position | null {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null
}

/** Other scripts' digits, marks and words to the Latin ones. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/(?<=\d)[٫](?=\d)/g, '.')
    .replace(/[،、;/]/g, ',')
    .replace(/[−–]/g, '-')
    .replace(/[º˚度]/g, '°')
    .replace(/′′|''|[″“”秒]/g, '"')
    .replace(/[′‘’ʹ`分]/g, "'")
    .replace(/北纬|شمال|north/gi, 'N')
    .replace(/南纬|جنوب|south/gi, 'S')
    .replace(/东经|مشرق|شرق|east/gi, 'E')
    .replace(/西经|مغرب|غرب|west/gi, 'W')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .toUpperCase()
}

const TOKEN = /\s*([-+]?\d{1,3}(?:\.\d{0,15})?|[°'"NSEW,])\s*/y

function tokensOf(text: string): string[] | null {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text)
    if (!match?.[1] || tokens.length > 20) return null
    tokens.push(match[1])
  }
  return tokens
}

const isNumber = (token: string | undefined) => token !== undefined && /\d/.test(token)
const isHemisphere = (token: string | undefined) => token !== undefined && token in HEMISPHERES

/** Where the first angle ends: at the comma, at a hemisphere, at the second degree sign, or between two bare numbers. */
function halvesOf(tokens: readonly string[]): [string[], string[]] | null {
  const comma = tokens.indexOf(',')
  if (comma >= 0) return [tokens.slice(0, comma), tokens.slice(comma + 1)]
  const letters = tokens.flatMap((token, index) => (isHemisphere(token) ? [index] : []))
  const degrees = tokens.flatMap((token, index) => (token === '°' ? [index] : []))
  const numbers = tokens.filter(isNumber)
  let cut: number | undefined
  if (letters.length === 2) cut = isHemisphere(tokens[0]) ? letters[1] : (letters[0] ?? 0) + 1
  else if (degrees.length === 2) cut = (degrees[1] ?? 1) - 1
  else if (numbers.length === 2) cut = tokens.findLastIndex(isNumber)
  return cut === undefined ? null : [tokens.slice(0, cut), tokens.slice(cut)]
}

function angleOf(half: readonly string[]): Angle | null {
  const letters = half.filter(isHemisphere)
  const isAtEnd = isHemisphere(half[0]) || isHemisphere(half.at(-1))
  if (letters.length > 1 || (letters.length === 1 && !isAtEnd)) return null
  const rest = half.filter((token) => !isHemisphere(token))
  const numbers = rest.filter(isNumber)
  const marks = rest.filter((token) => !isNumber(token))
  const degrees = degreesOf(numbers)
  if (degrees === null || !areMarksInPlace(rest)) return null
  // Bare '29 15' could be anything: several numbers need marks or a hemisphere.
  if (numbers.length > 1 && marks.length === 0 && letters.length === 0) return null
  const hemisphere = letters[0] === undefined ? undefined : HEMISPHERES[letters[0]]
  if (!hemisphere) return { degrees, axis: null }
  return numbers[0] && /^[-+]/.test(numbers[0]) ? null : { degrees: degrees * hemisphere.sign, axis: hemisphere.axis }
}

function degreesOf(numbers: readonly string[]): number | null {
  if (numbers.length < 1 || numbers.length > 3) return null
  const isWhole = numbers.slice(0, -1).every((text) => !text.includes('.'))
  const values = numbers.map(Number)
  const [degrees = 0, minutes = 0, seconds = 0] = values.map(Math.abs)
  const isSignedLater = numbers.slice(1).some((text) => /^[-+]/.test(text))
  if (!isWhole || isSignedLater || minutes >= 60 || seconds >= 60) return null
  return (numbers[0]?.startsWith('-') ? -1 : 1) * (degrees + minutes / 60 + seconds / 3600)
}

/** Marks, where present, follow their numbers in the order ° ' ". */
function areMarksInPlace(tokens: readonly string[]): boolean {
  let number = -1
  return tokens.every((token, index) => {
    if (isNumber(token)) {
      number += 1
      return true
    }
    return isNumber(tokens[index - 1]) && token === ['°', "'", '"'][number]
  })
}
