/** The messages of the language in the view state. While a catalogue is on its way, the language before stays. */
import { create } from 'zustand'
import { useView } from '#client/state/view-state.ts'
import type { Language } from '#geodata/contract/provenance.ts'
import { loadCatalogue } from './catalogue.ts'
import { createMessages, type Messages } from './translate.ts'

/** Nothing is drawn before `startIn` has put the first catalogue here. */
const useLoadedMessages = create<{ messages: Messages }>(() => ({ messages: createMessages('en', {}) }))

const ready = new Map<Language, Messages>()

async function messagesOf(language: Language): Promise<Messages> {
  const messages = ready.get(language) ?? createMessages(language, await loadCatalogue(language))
  ready.set(language, messages)
  return messages
}

/** The first language of the page, English where it cannot be fetched. Returns the one shown; rejects when neither can. */
export async function startIn(language: Language): Promise<Language> {
  const messages = await messagesOf(language).catch(() => messagesOf('en'))
  useLoadedMessages.setState({ messages })
  return messages.language
}

/** Loads a language and shows it unless the reader has chosen another since. Rejects when it cannot be fetched. */
export async function showLanguage(language: Language): Promise<void> {
  const messages = await messagesOf(language)
  if (useView.getState().language === language) useLoadedMessages.setState({ messages })
}

export function useMessages(): Messages {
  return useLoadedMessages((state) => state.messages)
}

/** For code outside React (map popups, live region). */
export function currentMessages(): Messages {
  return useLoadedMessages.getState().messages
}
