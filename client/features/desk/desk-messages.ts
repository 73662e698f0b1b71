/** The words of the desk, for its parts and for what it says aloud. */
import { type Translate, translator, useTopic } from '#client/i18n/topic.ts'
import { DESK, type DeskKey } from '#client/i18n/topics/desk.ts'
import type { MessageValues } from '#client/i18n/translate.ts'
import { currentMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'

export type DeskText = Translate<DeskKey>

/** `t` of the desk in the language that the page shows; the same function while the language stays. */
export const useDeskText = (): DeskText => useTopic(DESK)

/** Says a text to screen readers, in the language on the page. */
export async function announce(key: DeskKey, values?: MessageValues): Promise<void> {
  const { language } = currentMessages()
  const texts = await DESK.load(language)
  usePassing.getState().set({ announcement: translator(texts, language)(key, values) })
}
