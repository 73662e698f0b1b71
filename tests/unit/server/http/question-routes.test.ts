/** Addresses find the endpoint that the contract names, and nothing else. */
import { expect, test } from 'vitest'
import { type EndpointId, endpoints } from '#geodata/contract/endpoints.ts'
import { questionAt } from '#server/http/question-routes.ts'

test('every endpoint is found at its path, with its parameters decoded and its query left as written', () => {
  for (const id of Object.keys(endpoints) as EndpointId[]) {
    const { path } = endpoints[id]
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
    const found = questionAt(`${path.replace(/:\w+/g, 'a%20%C3%A9')}?x=1&y=%20`)
    expect(found?.id).toBe(id)
    expect(found?.params()).toEqual(Object.fromEntries(names.map((name) => [name, 'a é'])))
    expect(found?.query).toBe('x=1&y=%20')
  }
})

test('a path of its own goes before a pattern, and a closing slash is passed over', () => {
  expect(questionAt('/api/deposits/map')?.id).toBe('mapDeposits')
  expect(questionAt('/api/deposits/duddar')?.id).toBe('getDeposit')
  expect(questionAt('/api/deposits/')?.id).toBe('listDeposits')
})

test.each([
  '/api/export/deposits.csv',
  '/api/routes.xlsx',
  '/api',
  '/api/nothing',
  '/api/deposits/a/b/c',
  '/API/deposits',
  '/',
])('%s is no question of the contract', (address) => expect(questionAt(address)).toBeNull())

test('percent signs that encode nothing are a URIError when the parameters are read, not before', () => {
  const found = questionAt('/api/deposits/%E0%A4%A')
  expect(found?.id).toBe('getDeposit')
  expect(() => found?.params()).toThrow(URIError)
})
