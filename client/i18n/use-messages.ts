/** The messages of the language in the view state. While a catalogue is on its way, the language before stays. */
import { create } from 'zustand'
import { useView } from '#client/state/view-state.ts'
import type { Language } from '#geodata/contract/provenance.ts'
import { ENGLISH, loadCatalogue } from './catalogue.ts'
import { createMessages, type Messages } from './translate.ts'

const useLoadedMessages = create<{ messages: Messages }>(() => ({ messages: createMessages('en', ENGLISH) }))

const ready = new Map<Language, Messages>()

/** Loads a language and shows it unless the reader has chosen another since. Rejects when it cannot be fetched. */
export async function showLanguage(language: Language): Promise<void> {
  const messages = ready.get(language) ?? createMessages(language, await loadCatalogue(language))
  ready.set(language, messages)
  if (useView.getState().language === language) useLoadedMessages.setState({ messages })
}

export function useMessages(): Messages {
  return useLoadedMessages((state) => state.messages)
}

/** For code outside React (map popups, live region). */
export function currentMessages(): Messages {
  return useLoadedMessages.getState().messages
}
