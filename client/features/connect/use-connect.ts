/** What the panel asks at this moment: the state of the link, with the rates that a finger is just moving. */
import { useMemo } from 'react'
import { create } from 'zustand'
import type { ConnectState } from '#client/state/connect-state.ts'
import { useView } from '#client/state/view-state.ts'

const useDraft = create<{ rates: ConnectState['rates'] | null }>(() => ({ rates: null }))

export function setDraft(rates: ConnectState['rates'] | null): void {
  useDraft.setState({ rates })
}

export function useConnect(): ConnectState {
  const connect = useView((state) => state.connect)
  const rates = useDraft((state) => state.rates)
  return useMemo(() => (rates ? { ...connect, rates } : connect), [connect, rates])
}
