/** Print of the present view: asks for title and paper, draws the sheet, hands it to the browser's own print dialogue. */
import type { MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useMessages } from '#client/i18n/use-messages.ts'
import { type PaperSize, type PrintPicture, printPicture } from './print-picture.ts'
import { PrintSheet } from './print-sheet.tsx'
import './print.css'

type Paper = 'landscape' | 'portrait'
type Colours = 'print' | 'light'

/** The map's share of an A4 sheet with 10 mm margins, in CSS pixels. */
const MAP_SIZE: Readonly<Record<Paper, PaperSize>> = {
  landscape: { widthPx: 780, heightPx: 580 },
  portrait: { widthPx: 710, heightPx: 700 },
}

export function PrintMap({ map, onClose }: { map: MapLibreMap; onClose: () => void }) {
  const { t, dir } = useMessages()
  const [title, setTitle] = useState(t('print.defaultTitle'))
  const [paper, setPaper] = useState<Paper>('landscape')
  const [colours, setColours] = useState<Colours>('print')
  const [state, setState] = useState<'ready' | 'drawing' | 'failed'>('ready')
  const [picture, setPicture] = useState<PrintPicture | null>(null)
  useEffect(() => {
    document.documentElement.classList.toggle('has-print-sheet', picture !== null)
    return () => document.documentElement.classList.remove('has-print-sheet')
  }, [picture])

  const draw = (): void => {
    setState('drawing')
    printPicture(map, MAP_SIZE[paper], colours).then(
      (drawn) => {
        setPicture(drawn)
        setState('ready')
      },
      (cause: unknown) => {
        console.warn(cause)
        setState('failed')
      },
    )
  }
  return (
    <>
      <section className="map-tool" aria-label={t('print.title')} dir={dir}>
        <h2>{t('print.title')}</h2>
        <label className="print-field">
          {t('print.heading')}
          <input type="text" value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
        </label>
        <fieldset className="map-tool__row">
          <legend className="visually-hidden">{t('print.paper')}</legend>
          {(['landscape', 'portrait'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="print-paper" checked={paper === one} onChange={() => setPaper(one)} />{' '}
              {t(`print.${one}`)}
            </label>
          ))}
        </fieldset>
        <label>
          <input
            type="checkbox"
            checked={colours === 'print'}
            onChange={(event) => setColours(event.target.checked ? 'print' : 'light')}
          />{' '}
          {t('print.white')}
        </label>
        {state === 'failed' && <p role="alert">{t('print.failed')}</p>}
        <div className="map-tool__row">
          <button type="button" className="button button--primary" disabled={state === 'drawing'} onClick={draw}>
            {state === 'drawing' ? t('print.drawing') : t('print.go')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('print.close')}
          </button>
        </div>
      </section>
      {picture &&
        createPortal(
          <PrintSheet
            picture={picture}
            title={title}
            paper={paper}
            flavour={colours}
            onDone={() => setPicture(null)}
          />,
          document.body,
        )}
    </>
  )
}
