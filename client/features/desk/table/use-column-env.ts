/** What cells need, put together once for each change of any of it. */

import { useMemo } from 'react'
import { useDistrictNames } from '#client/api/use-district-names.ts'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { useDeskText } from '../desk-messages.ts'
import type { DeskState } from '../desk-text.ts'
import { useComputed } from '../rows/computed-store.ts'
import type { RowSources } from '../rows/use-rows.ts'
import { useKept } from '../shortlist/kept.ts'
import type { ColumnEnv } from './column-env.ts'

const NO_SOURCES: RowSources = {}

export function useColumnEnv(
  { units }: DeskState,
  rows: readonly DepositRow[] | undefined,
  sources: RowSources = NO_SOURCES,
): ColumnEnv {
  const messages = useMessages()
  const text = useDeskText()
  const districtName = useDistrictNames()
  const computed = useComputed()
  const notes = useKept((state) => state.notes)
  const names = useMemo(() => new Map(rows?.map(({ id, name }) => [id, name])), [rows])
  // The words of the units are those of the link: compared by what they say.
  const unitsKey = JSON.stringify(units)
  // biome-ignore lint/correctness/useExhaustiveDependencies: unitsKey stands for units
  return useMemo(
    () => ({
      ...{ messages, text, units, computed, notes, sources, districtName },
      nameOf: (id: string) => {
        const name = names.get(id)
        return name ? localName(name, messages.language, id) : id
      },
    }),
    [messages, text, unitsKey, computed, notes, sources, names, districtName],
  )
}
