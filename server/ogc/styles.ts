/** One style a collection, in MapLibre form: what the atlas draws it with. */
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import { collectionStyle } from '#geodata/style/collection-style.ts'
import { escaped } from '../http/docs-page.ts'
import { Refusal } from '../refusal.ts'
import { anchor, type Page } from './html/page.ts'
import { knownCollection } from './known-collection.ts'
import { linkTo, REL, selfLinks } from './links.ts'
import { textIn } from './messages/text-in.ts'
import { type Answer, type Asked, HTML, JSON_FORMAT, jsonAs, operation } from './operation.ts'

const FORMATS = [JSON_FORMAT, HTML]
export const STYLE_FORMAT = jsonAs('application/vnd.mapbox.style+json')

export const styles = operation({
  id: 'getStyles',
  path: '/styles',
  tag: 'Styles',
  summary: 'Styles in MapLibre form, one for each collection with tiles',
  schema: 'styles',
  formats: FORMATS,
  parameters: [],
  answer: async (asked, { datasets }) => listOf(datasets, asked, []),
})

export const collectionStyles = operation({
  id: 'getCollectionStyles',
  path: '/collections/:collectionId/styles',
  tag: 'Styles',
  summary: 'The styles of a collection; a table has none',
  schema: 'styles',
  formats: FORMATS,
  parameters: [],
  async answer(asked, context) {
    const { dataset } = await knownCollection(asked.params.collectionId, context)
    const title = dataset.title[asked.language]
    return listOf([dataset], asked, [
      { path: '/collections', text: textIn(asked.language)('collections.title') },
      { path: `/collections/${dataset.id}`, text: title },
    ])
  },
})

function listOf(datasets: readonly DatasetDefinition[], asked: Asked, trail: Page['trail']): Answer {
  const t = textIn(asked.language)
  const drawn = datasets.filter(({ tiles }) => tiles !== null)
  const items = drawn.map(({ id, title }) => `<li>${anchor(asked, `/styles/${id}`, title[asked.language])}</li>`)
  return {
    kind: 'document',
    json: {
      ...(drawn[0] && datasets.length === 1 ? { default: drawn[0].id } : {}),
      styles: drawn.map(({ id, title }) => ({
        id,
        title: title[asked.language],
        links: [
          linkTo(asked, `/styles/${id}`, { rel: 'stylesheet', type: STYLE_FORMAT.mediaType }),
          linkTo(asked, `/collections/${id}`, { rel: REL.geodata, type: JSON_FORMAT.mediaType }),
        ],
      })),
      links: selfLinks(asked, FORMATS),
    },
    page: () => ({
      title: t('styles.title'),
      trail,
      body:
        drawn.length === 0
          ? `<p>${escaped(t('styles.none'))}</p>`
          : `<p>${escaped(t('styles.note'))}</p><ul>${items.join('')}</ul>`,
    }),
  }
}

export const style = operation({
  id: 'getStyle',
  path: '/styles/:styleId',
  tag: 'Styles',
  summary: 'A style in MapLibre form; its id is that of its collection',
  schema: 'style',
  formats: [STYLE_FORMAT],
  parameters: [],
  answer: async (asked, { datasets }) => styleOf(asked.params.styleId, datasets, asked),
})

export const collectionStyleById = operation({
  id: 'getCollectionStyle',
  path: '/collections/:collectionId/styles/:styleId',
  tag: 'Styles',
  summary: 'The style of a collection in MapLibre form',
  schema: 'style',
  formats: [STYLE_FORMAT],
  parameters: [],
  async answer(asked, context) {
    const { dataset } = await knownCollection(asked.params.collectionId, context)
    return styleOf(asked.params.styleId, [dataset], asked)
  },
})

function styleOf(id: string | undefined, datasets: readonly DatasetDefinition[], asked: Asked): Answer {
  const dataset = datasets.find((one) => one.id === id)
  const baseUrl = asked.root.replace(/\/ogc$/, '')
  const tileJsonUrl = `${baseUrl}/tiles/${id}.json`
  const json = dataset ? collectionStyle(dataset, { language: asked.language, baseUrl, tileJsonUrl }) : null
  if (json === null) throw new Refusal('not-found', 'There is no such style; /ogc/styles lists those there are.')
  return { kind: 'document', json, page: () => ({ title: json.name ?? '', trail: [], body: '' }) }
}
