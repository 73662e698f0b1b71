/** Conditions on distances: at most so far from rail, grid and the rest, and outside protected areas. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { NEAREST_KINDS } from '#geodata/contract/endpoints.ts'
import { KmField } from './km-field.tsx'
import { useAsked } from './use-asked.ts'

const LIMITED = [...NEAREST_KINDS, 'river'] as const

export function ConditionFields() {
  const { t } = useMessages()
  const [{ within, beyond }, change] = useAsked()
  const { protectedArea, ...rest } = beyond
  return (
    <>
      <fieldset className="ask__conditions">
        <legend>{t('ask.conditions')}</legend>
        {LIMITED.map((kind) => (
          <KmField
            key={kind}
            label={t(`nearest.${kind}`)}
            km={within[kind] ?? null}
            placeholder={t('ask.noLimit')}
            onChange={(km) =>
              change(({ within: { [kind]: _, ...others } }) => ({
                within: km === null ? others : { ...others, [kind]: km },
              }))
            }
          />
        ))}
      </fieldset>
      <label className="ask__check">
        <input
          type="checkbox"
          checked={protectedArea !== undefined}
          onChange={({ target }) => change({ beyond: target.checked ? { ...rest, protectedArea: 0 } : rest })}
        />
        {t('ask.outsideProtected')}
      </label>
      {protectedArea !== undefined && <p className="muted small">{t('ask.protectedNote')}</p>}
    </>
  )
}
