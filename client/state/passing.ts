/** State of the moment, which no link carries: what the pointer is on, notices, open dialogs, how much the panels cover. */
import type * as z from 'zod'
import { create } from 'zustand'
import type { MessageKey } from '#client/i18n/catalogue.ts'
import type { MessageValues } from '#client/i18n/translate.ts'
import type { FeatureRef } from '#geodata/contract/endpoints.ts'
import type { ExportQuery } from '#geodata/contract/export.ts'

/** What panels cover of the map, CSS pixels, physical sides: the camera pads by it. */
export interface Insets {
  top: number
  right: number
  bottom: number
  left: number
}

export interface Notice {
  key: MessageKey
  values?: MessageValues
}

/** What the reader wants to take away as a file: the features of a dataset under restrictions, as the address says them. */
export interface TakeAway {
  dataset: string
  query: z.input<typeof ExportQuery>
}

export type SheetStop = 'peek' | 'half' | 'full'

interface PassingState {
  /** Under the pointer or the keyboard, on the map or in the list: each shows what the other points at. */
  hovered: FeatureRef | null
  /** A position found by coordinates, marked until the next search. */
  marker: readonly [number, number] | null
  insets: Insets
  notice: Notice | null
  /** `invitation`: the tour is offered, not begun. */
  dialog: 'keys' | 'about' | 'tour' | 'invitation' | null
  takeAway: TakeAway | null
  /** Height of the open drawer, CSS pixels. */
  drawerHeight: number
  /** How far the phone's bottom sheet is pulled up. */
  sheetStop: SheetStop
  /** Read out by screen readers, politely. */
  announcement: string
  set(change: Partial<Omit<PassingState, 'set'>>): void
}

export const usePassing = create<PassingState>((set) => ({
  hovered: null,
  marker: null,
  insets: { top: 0, right: 0, bottom: 0, left: 0 },
  notice: null,
  dialog: null,
  takeAway: null,
  drawerHeight: 320,
  sheetStop: 'peek',
  announcement: '',
  set: (change) => set(change),
}))
