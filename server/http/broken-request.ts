/** What is no HTTP request at all, or one whose head is too large, still gets a problem before the connection is cut. */
import { randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { PROBLEMS } from '#geodata/contract/problem.ts'
import { Refusal } from '../refusal.ts'
import { BYTES_HEADERS } from './security.ts'
import { problemBody } from './send-problem.ts'

/** For the server's event `clientError`. */
export function answerBrokenRequest(fault: NodeJS.ErrnoException, socket: Duplex): void {
  if (fault.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const refusal =
    fault.code === 'HPE_HEADER_OVERFLOW'
      ? new Refusal('uri-too-long', 'The address and headers are too long.')
      : new Refusal('invalid-request', 'This is not an HTTP request.')
  const requestId = randomUUID()
  const body = JSON.stringify(problemBody(refusal, requestId))
  const headers = {
    ...BYTES_HEADERS,
    'X-Request-Id': requestId,
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  }
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 ${PROBLEMS[refusal.code]} Refused\r\n${head.join('\r\n')}\r\n\r\n${body}`)
}
