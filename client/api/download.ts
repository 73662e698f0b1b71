/** A file from the server, with what has come so far, to be cancelled at any time. */
import { reach } from './call.ts'

export interface Progress {
  bytes: number
  /** null where the server does not know before the end. */
  ofBytes: number | null
}

export interface Downloaded {
  blob: Blob
  fileName: string
}

/** Throws an ApiProblem, or the abort; a file whose end does not arrive is never handed out. */
export async function download(
  address: string,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
  /** Of a question that is asked by POST. */
  body?: unknown,
): Promise<Downloaded> {
  const response = await reach(address, body, signal)
  const ofBytes = Number(response.headers.get('content-length')) || null
  const chunks: BlobPart[] = []
  let bytes = 0
  for (const reader = response.body?.getReader(); reader; ) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    bytes += value.byteLength
    onProgress({ bytes, ofBytes })
  }
  const type = response.headers.get('content-type') ?? 'application/octet-stream'
  const fileName = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return { blob: new Blob(chunks, { type }), fileName: fileName ?? 'orelink' }
}

/** Hands a file to the browser, which asks or does as it is set up to do. */
export function saveFile({ blob, fileName }: Downloaded): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = fileName
  link.click()
  // The browser has taken hold of the file by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
