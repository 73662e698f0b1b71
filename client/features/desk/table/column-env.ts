/** What a cell needs beside its row: the words, the units, what the engine has reckoned, the reader's notes, the sources. */

import type { DeskKey } from '#client/i18n/topics/desk.ts'
import type { Messages } from '#client/i18n/translate.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import type { Facet } from '#geodata/contract/filter.ts'
import type { ColumnId } from '../column-ids.ts'
import type { DeskText } from '../desk-messages.ts'
import type { Units } from '../desk-text.ts'
import type { Computed } from '../rows/computed-store.ts'
import type { RowSources } from '../rows/use-rows.ts'

export interface ColumnEnv {
  messages: Messages
  text: DeskText
  units: Units
  computed: Computed
  notes: Readonly<Record<string, string>>
  sources: RowSources
  /** Names of deposits by id, for parents and neighbours. */
  nameOf(id: string): string
  /** A district in the reader's language, else as the table prints it. */
  districtName(id: string, printed: string): string
}

/** A figure that is known, one that is not reported, or one that is still on its way (or cannot be asked for yet). */
export type CellState = 'known' | 'notReported' | 'waiting' | 'needsMarket' | 'none'

export interface DeskColumn {
  id: ColumnId
  title: { from: 'desk'; key: DeskKey } | { from: 'shared'; key: Parameters<Messages['t']>[0] }
  widthPx: number
  /** `choice`: its header offers the facet's choices; `number`: a range; `text`: words; null: no filter. */
  filter: 'choice' | 'number' | 'text' | null
  facet?: Facet
  /** Unit beside the title, in the units chosen. */
  unit?: (env: ColumnEnv) => string
  /** From the unit shown to the unit of `value`, for ranges that a reader types. */
  fromShown?: (shown: number, env: ColumnEnv) => number
  /** To sort, filter and plot by; null: unknown. Numbers in base units: Mt, t, %, km, USD/t, h. */
  value(row: DepositRow, env: ColumnEnv): number | string | null
  /** As shown and written into files; null: see `state`. */
  shown(row: DepositRow, env: ColumnEnv): string | null
  /** Only where null can mean more than 'not reported'. */
  state?(row: DepositRow, env: ColumnEnv): CellState
}
