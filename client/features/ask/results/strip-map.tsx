/**
 * A corridor pulled straight, as pilots and road engineers draw it: from its start below to its end above, what lies along it
 * at its kilometre, to the side on which it lies, as far from the line as it is. The list beside it says the same in words.
 */
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { FoundItem } from './found-list.tsx'

const [WIDTH, HEIGHT] = [320, 440]
const [MARGIN_Y, REACH_PX, LABEL_PX] = [14, 52, 13]
const MIDDLE = WIDTH / 2
/** Kilometres between marks, the least that leaves them readable. */
const STEPS_KM = [10, 25, 50, 100, 250, 500, 1000]
const MOST_MARKS = 9

interface StripMapProps {
  items: readonly FoundItem[]
  lengthKm: number
  withinKm: number
  place: string
}

export function StripMap({ items, lengthKm, withinKm, place }: StripMapProps) {
  const { t, number, language } = useMessages()
  const yAt = (km: number): number => HEIGHT - MARGIN_Y - (km / lengthKm) * (HEIGHT - 2 * MARGIN_Y)
  const dots = items.flatMap(({ ref, name, chainageKm, distanceKm = 0, side }) => {
    if (chainageKm === undefined) return []
    const away = Math.min(1, distanceKm / withinKm) * REACH_PX
    const x = MIDDLE + (side === 'left' ? -away : side === 'right' ? away : 0)
    const text = localName(name, language, ref.id)
    return [{ id: `${ref.dataset}/${ref.id}`, text, x, y: yAt(Math.min(chainageKm, lengthKm)), distanceKm, side }]
  })
  const step = STEPS_KM.find((km) => lengthKm / km <= MOST_MARKS) ?? lengthKm
  const marks = Array.from({ length: Math.floor(lengthKm / step) + 1 }, (_, index) => index * step)
  return (
    <svg
      className="ask__strip"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('ask.strip', { place, km: number(withinKm), count: dots.length })}
    >
      <rect x={MIDDLE - REACH_PX} y={yAt(lengthKm)} width={2 * REACH_PX} height={yAt(0) - yAt(lengthKm)} />
      <line x1={MIDDLE} x2={MIDDLE} y1={yAt(0)} y2={yAt(lengthKm)} />
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
      {withRoom(dots).map(({ id, text, y, side }) => (
        <text
          key={id}
          x={side === 'left' ? MIDDLE - REACH_PX - 6 : MIDDLE + REACH_PX + 6}
          y={y + 4}
          textAnchor={side === 'left' ? 'end' : 'start'}
          direction="ltr"
        >
          {text}
        </text>
      ))}
    </svg>
  )
}

interface Labelled {
  y: number
  side?: FoundItem['side'] | undefined
  distanceKm: number
}

/** Those nearest to the line are named first; a name that would touch another of its side is left out. */
function withRoom<T extends Labelled>(dots: readonly T[]): T[] {
  const named: T[] = []
  for (const dot of [...dots].sort((a, b) => a.distanceKm - b.distanceKm)) {
    const isFree = named.every(
      (other) => (other.side === 'left') !== (dot.side === 'left') || Math.abs(other.y - dot.y) >= LABEL_PX,
    )
    if (isFree) named.push(dot)
  }
  return named
}
