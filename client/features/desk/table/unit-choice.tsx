/** Units of ore, metal and grades. */
import { unitText } from '#client/format/field-value.ts'
import { GRADE_UNITS, METAL_UNITS, ORE_UNITS } from '#geodata/deposit/mass-units.ts'
import type { Units } from '../desk-text.ts'
import { setDesk } from '../use-desk.ts'
import type { ColumnEnv } from './column-env.ts'

const CHOICES = { ore: ORE_UNITS, metal: METAL_UNITS, grade: GRADE_UNITS } as const

export function UnitChoice({ env, units }: { env: ColumnEnv; units: Units }) {
  return (
    <fieldset className="desk-bar__units">
      <legend className="visually-hidden">{env.text('desk.units')}</legend>
      {(['ore', 'metal', 'grade'] as const).map((quantity) => (
        <label key={quantity} className="desk-bar__choice">
          <span>{env.text(`desk.units.${quantity}`)}</span>
          <select
            className="field"
            value={units[quantity]}
            onChange={(event) => setDesk({ units: { ...units, [quantity]: event.target.value } })}
          >
            {CHOICES[quantity].map((unit) => (
              <option key={unit} value={unit}>
                {unit === 'printed' ? env.text('desk.units.printed') : unitText(env.messages, unit)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  )
}
