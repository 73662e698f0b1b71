/**
 * A corridor pulled straight, as road engineers draw it: what lies along it at its kilometre, as far from the line as it is.
 * The northern end is above, as on the map, and so is east on the right wherever the line runs that way. The list beside it
 * says the same in words.
 */
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { FoundItem } from './found-list.tsx'

const [WIDTH, HEIGHT] = [320, 440]
const [MARGIN_Y, REACH_PX, LABEL_PX] = [14, 52, 13]
const MIDDLE = WIDTH / 2
const MOST_LETTERS = 16
/** Kilometres between marks, the least that leaves them readable. */
const STEPS_KM = [10, 25, 50, 100, 250, 500, 1000]
const MOST_MARKS = 9

interface StripMapProps {
  items: readonly FoundItem[]
  lengthKm: number
  withinKm: number
  place: string
  /** The line is drawn from north to south: then its left is on the right. */
  isSouthward: boolean
}

export function StripMap({ items, lengthKm, withinKm, place, isSouthward }: StripMapProps) {
  const { t, number, language } = useMessages()
  const yAt = (km: number): number => {
    const alongPx = (km / lengthKm) * (HEIGHT - 2 * MARGIN_Y)
    return isSouthward ? MARGIN_Y + alongPx : HEIGHT - MARGIN_Y - alongPx
  }
  const dots = items.flatMap(({ ref, name, chainageKm, distanceKm = 0, side }) => {
    if (chainageKm === undefined) return []
    const away = Math.min(1, distanceKm / withinKm) * REACH_PX
    const isOnLeft = (side === 'left') !== isSouthward
    const x = MIDDLE + (side === 'left' || side === 'right' ? (isOnLeft ? -away : away) : 0)
    const text = localName(name, language, ref.id)
    return [{ id: `${ref.dataset}/${ref.id}`, text, x, y: yAt(Math.min(chainageKm, lengthKm)), distanceKm }]
  })
  const step = STEPS_KM.find((km) => lengthKm / km <= MOST_MARKS) ?? lengthKm
  const marks = Array.from({ length: Math.floor(lengthKm / step) + 1 }, (_, index) => index * step)
  return (
    <svg
      className="ask__strip"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('ask.strip', {
        ...{ place, km: number(withinKm), count: dots.length },
        start: isSouthward ? 'above' : 'below',
      })}
    >
      <rect x={MIDDLE - REACH_PX} y={MARGIN_Y} width={2 * REACH_PX} height={HEIGHT - 2 * MARGIN_Y} />
      <line x1={MIDDLE} x2={MIDDLE} y1={MARGIN_Y} y2={HEIGHT - MARGIN_Y} />
      {marks.map((km) => (
        <text key={km} className="ask__strip-km" x={MIDDLE + 5} y={yAt(km) - 3}>
          {number(km)}
        </text>
      ))}
      {dots.map(({ id, text, x, y }) => (
        <circle key={id} cx={x} cy={y} r={3.5}>
          <title>{text}</title>
        </circle>
      ))}
      {withRoom(dots).map(({ id, text, x, y }) => (
        <text
          key={id}
          x={x < MIDDLE ? MIDDLE - REACH_PX - 6 : MIDDLE + REACH_PX + 6}
          y={y + 4}
          textAnchor={x < MIDDLE ? 'end' : 'start'}
          direction="ltr"
        >
          {shortened(text)}
        </text>
      ))}
    </svg>
  )
}

/** What fits beside the strip, Chinese characters counted double; the list has every name whole. */
function shortened(text: string): string {
  const widthOf = (letter: string): number => (/\p{Script=Han}/u.test(letter) ? 2 : 1)
  let width = 0
  const fitting = [...text].filter((letter) => {
    width += widthOf(letter)
    return width <= MOST_LETTERS
  })
  return fitting.length === [...text].length ? text : `${fitting.join('').trimEnd()}…`
}

interface Labelled {
  x: number
  y: number
  distanceKm: number
}

/** Those nearest to the line are named first; a name that would touch another of its side is left out. */
function withRoom<T extends Labelled>(dots: readonly T[]): T[] {
  const named: T[] = []
  for (const dot of [...dots].sort((a, b) => a.distanceKm - b.distanceKm)) {
    const isFree = named.every((other) => other.x < MIDDLE !== dot.x < MIDDLE || Math.abs(other.y - dot.y) >= LABEL_PX)
    if (isFree) named.push(dot)
  }
  return named
}
