/** Copies text and says what happened. */
import type { MessageKey } from '#client/i18n/catalogue.ts'
import { usePassing } from '#client/state/passing.ts'

export async function copyText(text: string, done: MessageKey): Promise<void> {
  // The clipboard is absent on plain-http addresses other than localhost.
  const hasCopied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  )
  usePassing.getState().set({ notice: { key: hasCopied ? done : 'share.failed' } })
}
