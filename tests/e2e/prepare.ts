/** Before the first journey: the database that servers of journeys start from, and the one server that most of them share. */
import type { TestProject } from 'vitest/node'
import { prepareTemplate, startAtlas } from './atlas-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the shared server: it changes nothing, so that journeys need none of their own. */
    atlasAddress: string
  }
}

/** Returns what to do after the last journey. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  await prepareTemplate()
  const server = await startAtlas()
  provide('atlasAddress', server.address)
  return () => server.close()
}
