/** OWSLib (Debian's python3-owslib) reads the atlas as OGC API Features. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serve } from './serve.ts'
import { hasTool, PYTHON, toolJson } from './tool.ts'

const SCRIPT = `
import json, sys
from owslib.ogcapi.features import Features
w = Features(sys.argv[1])
page = w.collection_items('deposits', limit=10, bbox=[60, 24, 66, 30])
print(json.dumps({
    'classes': len(w.conformance()['conformsTo']),
    'openapi': w.api()['openapi'],
    'collections': [c['id'] for c in w.collections()['collections']],
    'feature_collections': len(w.feature_collections()),
    'title': w.collection('deposits')['title'],
    'queryables': sorted(w.collection_queryables('deposits')['properties']),
    'matched': page['numberMatched'], 'returned': page['numberReturned'],
    'item': w.collection_item('deposits', 'duddar')['id'],
    'filtered': w.collection_items('deposits', limit=1000, filter="status = 'exploration'")['numberMatched'],
}))
`

describe.skipIf(!hasTool(PYTHON, ['-c', 'import owslib.ogcapi.features'], 'python3-owslib', 1))('OWSLib', () => {
  let atlas: Served
  beforeAll(async () => {
    atlas = await serve()
  })
  afterAll(() => atlas.close())

  test('finds the collections, a page in a box, a filtered page and one feature', async () => {
    const said = await toolJson(PYTHON, ['-c', SCRIPT, atlas.ogc])
    const { collections } = await atlas.ours('/collections')
    const inBox = await atlas.ours('/collections/deposits/items?bbox=60,24,66,30&limit=10')
    const exploring = await atlas.ours('/collections/deposits/items?status=exploration&limit=1')
    expect(said).toMatchObject({
      openapi: '3.0.3',
      collections: collections.map(({ id }) => id),
      feature_collections: collections.length,
      title: 'Mineral deposits',
      matched: inBox.numberMatched,
      returned: 10,
      item: 'duddar',
      filtered: exploring.numberMatched,
    })
    expect(said.queryables).toContain('status')
    expect(inBox.numberMatched).toBeGreaterThan(10)
    console.log(`OWSLib: ${JSON.stringify({ ...said, collections: collections.length, queryables: '…' })}`)
  })
})
