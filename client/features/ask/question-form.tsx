/** The fields that each kind of question has. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { SUMMARY_GROUPINGS } from '#geodata/contract/questions.ts'
import { ConditionFields } from './condition-fields.tsx'
import { CorridorField } from './corridor-field.tsx'
import { DatasetField } from './dataset-field.tsx'
import { KmField } from './km-field.tsx'
import { PlaceField } from './place-field.tsx'
import { useAsked } from './use-asked.ts'

export function QuestionForm() {
  const [{ kind, by }] = useAsked()
  switch (kind) {
    case 'near':
      return (
        <>
          <PlaceField labelKey="ask.place" />
          <Kilometres labelKey="ask.km.within" hintKey="ask.anyDistance" />
          <DatasetField />
        </>
      )
    case 'within':
      return (
        <>
          <PlaceField labelKey="ask.area" />
          <Kilometres labelKey="ask.km.buffer" hintKey="ask.noBuffer" />
          <RelationField />
          <DatasetField />
        </>
      )
    case 'band':
      return (
        <>
          <CorridorField />
          <Kilometres labelKey="ask.km.band" />
          <DatasetField />
        </>
      )
    case 'conditions':
      return <ConditionFields />
    case 'score':
      return null
    case 'summary':
      return (
        <>
          <GroupingField />
          {by === 'band' && <CorridorField />}
          {by === 'hexagon' && <ResolutionField />}
        </>
      )
  }
}

function Kilometres({
  labelKey,
  hintKey,
}: {
  labelKey: 'ask.km.within' | 'ask.km.buffer' | 'ask.km.band'
  hintKey?: 'ask.anyDistance' | 'ask.noBuffer'
}) {
  const { t } = useMessages()
  const [{ withinKm }, change] = useAsked()
  return (
    <>
      <KmField label={t(labelKey)} km={withinKm} onChange={(km) => change({ withinKm: km ?? 0 })} />
      {hintKey && <p className="muted small">{t(hintKey)}</p>}
    </>
  )
}

function RelationField() {
  const { t } = useMessages()
  const [{ relation }, change] = useAsked()
  return (
    <fieldset className="ask__choices">
      <legend>{t('ask.relation')}</legend>
      {(['intersects', 'within'] as const).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="ask-relation"
            checked={relation === one}
            onChange={() => change({ relation: one })}
          />
          {t(`ask.relation.${one}`)}
        </label>
      ))}
    </fieldset>
  )
}

function GroupingField() {
  const { t } = useMessages()
  const [{ by }, change] = useAsked()
  return (
    <label className="ask__field">
      <span>{t('ask.by')}</span>
      <select
        className="field"
        value={by}
        onChange={({ target }) => change({ by: SUMMARY_GROUPINGS.find((one) => one === target.value) ?? 'province' })}
      >
        {SUMMARY_GROUPINGS.map((one) => (
          <option key={one} value={one}>
            {t(`ask.by.${one}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

function ResolutionField() {
  const { t } = useMessages()
  const [{ resolution }, change] = useAsked()
  return (
    <label className="ask__field">
      <span>{t('ask.resolution')}</span>
      <select
        className="field"
        value={resolution}
        onChange={({ target }) => change({ resolution: Number(target.value) })}
      >
        {([2, 3, 4, 5] as const).map((one) => (
          <option key={one} value={one}>
            {t(`ask.resolution.${one}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
