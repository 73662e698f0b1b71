/** One download at a time: waiting, running with its progress, done, failed; cancelled when the dialog goes. */
import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '#client/api/api-problem.ts'
import { download, type Progress, saveFile } from '#client/api/download.ts'

export type DownloadState =
  | { kind: 'waiting' }
  | { kind: 'running'; progress: Progress }
  | { kind: 'done'; fileName: string; bytes: number }
  | { kind: 'failed'; problem: ApiProblem }

export interface UsedDownload {
  state: DownloadState
  start(address: string): void
  cancel(): void
}

export function useDownload(): UsedDownload {
  const [state, setState] = useState<DownloadState>({ kind: 'waiting' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const cancel = () => {
    running.current?.abort()
    setState({ kind: 'waiting' })
  }
  const start = (address: string) => {
    running.current?.abort()
    const abort = new AbortController()
    running.current = abort
    setState({ kind: 'running', progress: { bytes: 0, ofBytes: null } })
    download(
      address,
      (progress) => !abort.signal.aborted && setState({ kind: 'running', progress }),
      abort.signal,
    ).then(
      (file) => {
        if (abort.signal.aborted) return
        saveFile(file)
        setState({ kind: 'done', fileName: file.fileName, bytes: file.blob.size })
      },
      (cause: unknown) => {
        if (!abort.signal.aborted) setState({ kind: 'failed', problem: problemOf(cause) })
      },
    )
  }
  return { state, start, cancel }
}

/** A connection that is cut on the way is told as such. */
function problemOf(cause: unknown): ApiProblem {
  return cause instanceof ApiProblem ? cause : new ApiProblem('unreachable', 'The file broke off.', null, { cause })
}
