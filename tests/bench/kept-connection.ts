/**
 * The leanest client of HTTP there is, for measuring servers: one kept connection, one question at a time, its answer read to
 * the length that its head states. What npm pg is on the other side of the comparison; a client of more comfort takes longer
 * than some of the answers.
 */
import { connect } from 'node:net'

export interface Answered {
  status: number
  /** Of JSON, read. */
  body: unknown
}

export interface KeptConnection {
  /** `body`: sent as JSON where it is not null. */
  ask(method: 'GET' | 'POST', path: string, body: unknown): Promise<Answered>
  close(): void
}

interface Waiting {
  done(answer: Answered): void
  fail(fault: Error): void
}

/** Answers without a stated length are refused. */
export function keptConnection(address: string): Promise<KeptConnection> {
  const { hostname, port, host } = new URL(address)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  let [received, waiting]: [Buffer[], Waiting | null] = [[], null]
  const failed = (fault: Error): void => waiting?.fail(fault)
  socket.on('data', (chunk) => {
    received.push(chunk)
    const answer = received.length === 1 ? answerIn(chunk) : answerIn(Buffer.concat(received))
    if (!answer || !waiting) return
    received = []
    waiting.done(answer)
  })
  socket.on('error', failed).on('close', () => failed(new Error(`${address} closed the connection`)))
  return new Promise((done, fail) => {
    socket.once('error', fail)
    socket.once('connect', () =>
      done({
        ask: (method, path, body) =>
          new Promise((resolve, reject) => {
            waiting = { done: resolve, fail: reject }
            socket.write(headed(method, path, host, body))
          }),
        close: () => socket.destroy(),
      }),
    )
  })
}

function headed(method: string, path: string, host: string, body: unknown): string {
  const start = `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: application/json\r\n`
  if (body === null) return `${start}\r\n`
  const text = JSON.stringify(body)
  return `${start}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}

/** null while some of it is still to come. */
function answerIn(bytes: Buffer): Answered | null {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = bytes.toString('latin1', 0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`an answer without a length: ${head}`)
  const [from, to] = [end + 4, end + 4 + Number(length)]
  return bytes.length < to
    ? null
    : { status: Number(head.slice(9, 12)), body: JSON.parse(bytes.toString('utf8', from, to)) }
}
