/** The pages of the list of collections and of one collection. */
import { type DatasetDefinition, type LayerGroup, LICENCES } from '#geodata/contract/dataset.ts'
import { crssFor } from '#geodata/spatial/crs.ts'
import { ringOfDegrees } from '#geodata/spatial/project-geometry.ts'
import { escaped } from '../../http/docs-page.ts'
import { attributionOf, type Collection } from '../known-collection.ts'
import { type Text, textIn } from '../messages/text-in.ts'
import type { Asked } from '../operation.ts'
import { anchor, definitions, type Page, table } from './page.ts'
import { smallMap } from './small-map.ts'

const GROUPS: readonly LayerGroup[] = [
  'deposits',
  'geology',
  'corridors',
  'ports-and-borders',
  'industry-and-power',
  'environment',
  'people',
  'basemap',
  'reference',
]

/** The collections by group. */
export function listPage(all: readonly Collection[], asked: Asked): Page {
  const t = textIn(asked.language)
  const head = [t('collections.name'), t('collections.count'), t('collections.kind'), t('collections.licence')]
  const sections = GROUPS.map((group) => {
    const rows = all
      .filter(({ dataset }) => dataset.group === group)
      .map(({ dataset, state }) => [
        anchor(asked, `/collections/${dataset.id}`, dataset.title[asked.language]),
        `<span class="number">${state.featureCount.toLocaleString(asked.language)}</span>`,
        escaped(t(`geometry.${dataset.geometry}`)),
        `<span lang="en" dir="ltr">${escaped(LICENCES[dataset.licence].title)}</span>`,
      ])
    const name = t(`group.${group}`)
    return rows.length > 0 ? `<h2>${escaped(name)}</h2>${table(name, head, rows)}` : ''
  })
  return { title: t('collections.title'), trail: [], body: sections.join('\n') }
}

export type Times = readonly [string | null, string | null]

/** A collection: where it lies, what it is, whose it is, and the way to everything about it. */
export function collectionPage({ dataset, state }: Collection, times: Times | null, asked: Asked): Page {
  const t = textIn(asked.language)
  const { id } = dataset
  const more = ['queryables', 'sortables', 'schema', 'tiles', 'styles'] as const
  const links = more
    .filter((name) => name !== 'tiles' || dataset.tiles !== null)
    .map((name) => `<li>${anchor(asked, `/collections/${id}/${name}`, t(`collection.${name}`))}</li>`)
  return {
    title: dataset.title[asked.language],
    trail: [{ path: '/collections', text: t('collections.title') }],
    body: `<p><strong>${anchor(asked, `/collections/${id}/items`, t('collection.items'))}</strong>
(${escaped(t('collections.features', { count: state.featureCount }))})</p>
${state.bbox ? smallMap([{ type: 'Polygon', coordinates: [ringOfDegrees(state.bbox)] }], t) : ''}
${definitions([...originRows(dataset, t), ...extentRows(state.bbox, times, t)])}
<h2>${escaped(t('collection.more'))}</h2><ul>${links.join('')}</ul>`,
  }
}

type Row = readonly [string, string]
const english = (text: string) => `<span lang="en" dir="ltr">${escaped(text)}</span>`
const plain = (text: string) => `<span dir="ltr">${escaped(text)}</span>`

function originRows(dataset: DatasetDefinition, t: Text): Row[] {
  const { url, title: licence } = LICENCES[dataset.licence]
  const sources = dataset.sources.map((source) => {
    const address = source.url ? `: <a href="${escaped(source.url)}">${escaped(source.url)}</a>` : ''
    const words = `${source.title}. ${source.publisher}, ${source.vintage}`
    return `<li>${escaped(words)}${address} (${escaped(source.licence)})</li>`
  })
  return [
    [t('collection.accuracy'), english(dataset.accuracy)],
    [t('collection.vintage'), english(dataset.vintage)],
    [t('collection.licence'), url ? `<a href="${escaped(url)}" lang="en">${escaped(licence)}</a>` : english(licence)],
    [t('collection.attribution'), english(attributionOf(dataset))],
    [t('collection.sources'), `<ul lang="en" dir="ltr">${sources.join('')}</ul>`],
  ]
}

function extentRows(box: Collection['state']['bbox'], times: Times | null, t: Text): Row[] {
  const systems = crssFor(box).map(({ title, uri }) => `<li>${escaped(title)} <code>${escaped(uri)}</code></li>`)
  return [
    [t('collection.extent'), box ? plain(box.join(', ')) : escaped(t('collection.extentNone'))],
    [t('collection.date'), times ? plain(times.map((time) => time ?? '..').join(' / ')) : '–'],
    [t('collection.crs'), `<ul lang="en" dir="ltr">${systems.join('')}</ul>`],
  ]
}
