/** A number of kilometres; what is no such number changes nothing. Typing is answered when it pauses. */
import { useEffect, useId, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'

interface KmFieldProps {
  label: string
  /** null: empty, no limit. */
  km: number | null
  onChange(km: number | null): void
  placeholder?: string
}

const PAUSE_MS = 350
const MOST_KM = 20_000

export function KmField({ label, km, onChange, placeholder }: KmFieldProps) {
  const { t } = useMessages()
  const id = useId()
  const [text, setText] = useState(textOf(km))
  useEffect(() => setText(textOf(km)), [km])
  // The caller's function is new at each render; the text says when there is something to tell.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (text === textOf(km)) return
    const timer = setTimeout(() => {
      const value = parse(text)
      if (value !== undefined) onChange(value)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <div className="ask__km">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        inputMode="decimal"
        value={text}
        placeholder={placeholder}
        aria-invalid={parse(text) === undefined}
        onChange={({ target }) => setText(target.value)}
      />
      <span className="unit">{t('unit.kmSymbol')}</span>
    </div>
  )
}

function textOf(km: number | null): string {
  return km === null ? '' : String(km)
}

/** undefined where the text is no number of kilometres. */
function parse(text: string): number | null | undefined {
  if (text.trim() === '') return null
  if (!/^\d{1,5}([.,]\d{1,3})?$/.test(text.trim())) return undefined
  const km = Number(text.trim().replace(',', '.'))
  return km <= MOST_KM ? km : undefined
}
