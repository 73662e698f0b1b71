/** Colours and type of the page for a chart: read from the style sheet, so that both themes and all languages hold. */
import { useMemo } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useFlavour } from '#client/state/theme.ts'
import type { ChartLook } from './chart-model.ts'

export function useLook(): ChartLook {
  const flavour = useFlavour()
  const { dir, language } = useMessages()
  // biome-ignore lint/correctness/useExhaustiveDependencies: flavour and language change what the style sheet says
  return useMemo(() => lookOf(dir === 'rtl'), [flavour, language, dir])
}

function lookOf(isRightToLeft: boolean): ChartLook {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  return {
    text: colour('--text'),
    textSoft: colour('--text-soft'),
    hairline: colour('--hairline'),
    surface: colour('--surface-raised'),
    accent: colour('--accent'),
    font: colour('--font'),
    isRightToLeft,
  }
}
