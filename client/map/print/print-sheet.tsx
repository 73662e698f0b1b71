/** The sheet itself: title, map, legend of what is on it, scale, north, date, sources, whose boundaries, and the link. */
import { useEffect, useRef } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { overlayById } from '#geodata/style/layers/index.ts'
import type { Flavour } from '#geodata/style/palette.ts'
import { BoundaryNote } from '../boundary-note.tsx'
import { scaleBar } from '../ground-resolution.ts'
import { LayerLegend } from '../legend.tsx'
import type { PrintPicture } from './print-picture.ts'

interface PrintSheetProps {
  picture: PrintPicture
  title: string
  paper: 'landscape' | 'portrait'
  flavour: Flavour
  onDone: () => void
}

export function PrintSheet({ picture, title, paper, flavour, onDone }: PrintSheetProps) {
  const { t, tOr, date, dir } = useMessages()
  const layers = useView((state) => state.layers)
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    // The picture must be decoded, and the legend drawn, before the dialogue freezes the page.
    const start = async (): Promise<void> => {
      await image.current?.decode()
      document.body.dataset.printReady = '1'
      window.print()
    }
    start().catch((cause: unknown) => console.warn(cause))
    const done = (): void => onDone()
    addEventListener('afterprint', done)
    return () => {
      removeEventListener('afterprint', done)
      delete document.body.dataset.printReady
    }
  }, [onDone])
  const shown = layers.flatMap(({ id }) => overlayById(id) ?? []).toReversed()
  return (
    <article className={`print-sheet print-sheet--${paper}`} dir={dir} lang={useMessages().language}>
      <header>
        <h1>{title}</h1>
        <p>{date(new Date(), { dateStyle: 'long' })}</p>
      </header>
      <div className="print-sheet__map" dir="ltr">
        <img
          ref={image}
          src={picture.dataUrl}
          width={picture.widthPx}
          height={picture.heightPx}
          alt={t('print.alt', { title })}
        />
        <NorthArrow bearingDeg={picture.bearingDeg} label={t('print.north')} />
        <PrintScale metresOfPx={picture.metresPerPx} />
      </div>
      <aside>
        {shown.map((layer) => (
          <section key={layer.id}>
            <h2>{tOr(layer.titleKey, layer.id)}</h2>
            <LayerLegend layer={layer} flavour={flavour} />
          </section>
        ))}
      </aside>
      <footer>
        <BoundaryNote />
        <p>{t('print.sources', { list: picture.attributions.join('; ') })}</p>
        <p dir="ltr">{location.href}</p>
      </footer>
    </article>
  )
}

function NorthArrow({ bearingDeg, label }: { bearingDeg: number; label: string }) {
  return (
    <svg
      className="print-north"
      viewBox="0 0 24 36"
      width="24"
      height="36"
      role="img"
      aria-label={label}
      style={{ transform: `rotate(${-bearingDeg}deg)` }}
    >
      <path d="M12 2l7 20l-7-4l-7 4z" fill="#111" />
      <text x="12" y="34" textAnchor="middle" fontSize="11" fontWeight="600">
        N
      </text>
    </svg>
  )
}

function PrintScale({ metresOfPx }: { metresOfPx: number }) {
  const { t, number } = useMessages()
  const { lengthM, widthPx } = scaleBar(metresOfPx, 160)
  return (
    <div className="print-scale" style={{ width: widthPx }}>
      {lengthM >= 1000 ? t('map.km', { value: number(lengthM / 1000) }) : t('map.m', { value: number(lengthM) })}
    </div>
  )
}
