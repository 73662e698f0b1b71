/** Undo and redo of filters, questions with their drawn shapes, and what Connect is asked: what a reader makes, not where the map looks. */
import { useStore } from 'zustand'
import { useView } from './view-state.ts'

/** Forgets what came before: the state of the link is where undoing ends. */
export function startUndo(): void {
  useView.temporal.getState().clear()
}

/** Takes back the last change; false when there is none. */
export function undo(): boolean {
  return step('pastStates', 'undo')
}

/** Brings back what was last taken back; false when there is nothing. */
export function redo(): boolean {
  return step('futureStates', 'redo')
}

function step(states: 'pastStates' | 'futureStates', action: 'undo' | 'redo'): boolean {
  const temporal = useView.temporal.getState()
  if (temporal[states].length === 0) return false
  temporal[action]()
  return true
}

export function useUndo(): { canUndo: boolean; canRedo: boolean } {
  const canUndo = useStore(useView.temporal, ({ pastStates }) => pastStates.length > 0)
  const canRedo = useStore(useView.temporal, ({ futureStates }) => futureStates.length > 0)
  return { canUndo, canRedo }
}
