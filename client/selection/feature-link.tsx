/** A name that opens its sheet; the map marks it while pointer or focus is on the name. */
import type { ReactNode } from 'react'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import type { FeatureRef } from '#geodata/contract/endpoints.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import { selectFeature } from './select-feature.ts'

interface FeatureLinkProps {
  feature: FeatureRef
  name: LocalName
  position?: readonly [number, number] | null
  children?: ReactNode
}

export function FeatureLink({ feature, name, position = null, children }: FeatureLinkProps) {
  const { language } = useMessages()
  const set = usePassing((state) => state.set)
  return (
    <button
      type="button"
      className="text-button feature-link"
      onClick={() => selectFeature(feature, { position })}
      onPointerEnter={() => set({ hovered: feature })}
      onPointerLeave={() => set({ hovered: null })}
      onFocus={() => set({ hovered: feature })}
      onBlur={() => set({ hovered: null })}
    >
      {children}
      <bdi>{localName(name, language, feature.id)}</bdi>
    </button>
  )
}
