/** A folder for formats that cannot be written from front to back; gone when the reader has all, has left, or it failed. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export async function* inTemporaryFolder(
  write: (folder: string) => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'orelink-export-'))
  try {
    yield* write(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
