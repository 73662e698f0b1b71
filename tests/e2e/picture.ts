/** What a picture of the atlas is taken of. */
import type { BrowserContextOptions } from 'playwright-core'

export interface Picture {
  path: string
  /** Must be on the page before the picture is taken. */
  settled: string
  /** Pressed before that. */
  press?: string
  options?: BrowserContextOptions
}
