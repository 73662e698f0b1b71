/**
 * KML 2.2: one folder of placemarks, the notice as its description, every known value as extended data. The library
 * turns a collection into a whole document; a page at a time goes through it, and the pages are joined inside the folder.
 */
import { foldersToKML } from '@placemarkio/tokml'
import type { Feature } from 'geojson'
import { type Column, cellOf, propertiesOf } from './columns.ts'
import type { ExportContent, ExportFormat, ExportRow } from './format.ts'
import { noticeText } from './notice.ts'

const PAGE = 200
const FIRST = '<Placemark'
const CLOSING = '</Folder></Document></kml>'
/** Characters that XML 1.0 cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are taken out
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

export const kml: ExportFormat = {
  id: 'kml',
  title: 'KML',
  extension: 'kml',
  mediaType: 'application/vnd.google-earth.kml+xml',
  holdsTables: true,
  write,
}

async function* write({ columns, notice, rows }: ExportContent): AsyncGenerator<string> {
  const meta = { name: notice.title, description: noticeText(notice) }
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${withoutClosing(documentOf(meta, []))}`
  let page: Feature[] = []
  for await (const row of rows()) {
    page.push(placemark(row, columns))
    if (page.length < PAGE) continue
    yield inside(documentOf({}, page))
    page = []
  }
  if (page.length > 0) yield inside(documentOf({}, page))
  yield `\n${CLOSING}\n`
}

function documentOf(meta: Record<string, string>, children: Feature[]): string {
  return foldersToKML({ type: 'root', children: [{ type: 'folder', meta, children }] })
}

function inside(document: string): string {
  return `\n${withoutClosing(document.slice(document.indexOf(FIRST)))}`
}

function withoutClosing(document: string): string {
  if (!document.endsWith(CLOSING)) throw new Error('the KML library closes its documents in another way')
  return document.slice(0, -CLOSING.length)
}

/** What is unknown is left out: KML has no null. */
function placemark({ id, geometry, values }: ExportRow, columns: readonly Column[]): Feature {
  const known = Object.entries(propertiesOf(columns, values)).flatMap(([name, value]) => {
    const cell = cellOf(value)
    return cell === null ? [] : [[name, String(cell).replace(UNPRINTABLE, '')] as const]
  })
  const properties = Object.fromEntries(known)
  const name = properties.name_en ?? properties.name_ur ?? properties.name_zh ?? id
  return {
    type: 'Feature',
    id: `f-${id}`,
    geometry: geometry as Feature['geometry'],
    properties: { name, ...properties },
  }
}
