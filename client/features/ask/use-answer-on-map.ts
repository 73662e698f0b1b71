/** Puts the question and its answer on the map while the panel is open, and takes them off again. */
import { useEffect } from 'react'
import { useMap } from '#client/map/map-store.ts'
import { useView } from '#client/state/view-state.ts'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import type { Shading } from '#geodata/style/answer.ts'

interface Parts {
  shape?: Geometry | null
  buffer?: Geometry | null
  found?: readonly Position[]
  shading?: Shading | null
}

const NOWHERE: readonly Position[] = []

/** Each part must stay the same object as long as it says the same. */
export function useAnswerOnMap({ shape = null, buffer = null, found = NOWHERE, shading = null }: Parts): void {
  useEffect(() => {
    useMap.getState().set({ answer: { shape, buffer, found, shading } })
  }, [shape, buffer, found, shading])
  useEffect(
    () => () => {
      // A phone's sheet shows the selection in place of the panel: the answer stays on the map behind it.
      if (useView.getState().panel !== 'ask') useMap.getState().set({ answer: null })
    },
    [],
  )
}
