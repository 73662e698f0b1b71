/** From which address a request comes, as far as it can be believed: the proxies in front are counted, not asked. */
import type { IncomingMessage } from 'node:http'

/** `proxies`: how many stand in front; each has added the address it was called from to X-Forwarded-For. */
export function clientAddress({ headers, socket }: IncomingMessage, proxies: number): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
  const addresses = [socket.remoteAddress ?? '', ...forwarded.filter((address) => address !== '').reverse()]
  return addresses[Math.min(proxies, addresses.length - 1)] ?? ''
}
