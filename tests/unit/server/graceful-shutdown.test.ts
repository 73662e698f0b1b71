/** Requests under way are answered before the end, others are refused, and the end comes within its bound. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { finishRequests } from '#server/graceful-shutdown.ts'

async function slowServer(answerAfterMs: number): Promise<{ server: Server; address: string }> {
  const server = createServer((_request, response) => {
    setTimeout(() => response.end('whole'), answerAfterMs)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

test('a request under way is answered whole, a later one finds nobody', async () => {
  const { server, address } = await slowServer(300)
  const underWay = fetch(address).then((answer) => answer.text())
  await pause(100)
  const ended = finishRequests(server, 5000)
  await expect(fetch(address)).rejects.toThrow()
  expect(await underWay).toBe('whole')
  expect(await ended).toBe(true)
})

test('what takes too long is cut off at the bound', async () => {
  const { server, address } = await slowServer(60_000)
  const underWay = fetch(address).then((answer) => answer.text())
  const cut = expect(underWay).rejects.toThrow()
  await pause(100)
  const begun = performance.now()
  expect(await finishRequests(server, 200)).toBe(false)
  expect(performance.now() - begun).toBeLessThan(3000)
  await cut
})
