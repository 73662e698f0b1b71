/** stub */
import { knownCollection } from './known-collection.ts'
import { HTML, operation, SCHEMA_JSON } from './operation.ts'

const one = (name: string) =>
  operation({
    id: name,
    path: `/collections/:collectionId/${name}`,
    tag: 'Data',
    summary: name,
    schema: 'jsonSchema',
    formats: [SCHEMA_JSON, HTML],
    parameters: [],
    async answer(asked, context) {
      await knownCollection(asked.params['collectionId'], context)
      return {
        kind: 'document',
        json: {
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          $id: asked.self,
          type: 'object',
          properties: {},
        },
        page: () => ({ title: name, trail: [], body: '' }),
      }
    },
  })
export const queryables = one('queryables')
export const sortables = one('sortables')
export const schema = one('schema')
