/** `26 deposits + 5 parts`: parts are named apart, because their tonnage lies inside their deposit's. */

import type * as z from 'zod'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { DepositCount } from '#geodata/contract/endpoints.ts'

export function DepositCountText({ count }: { count: z.output<typeof DepositCount> }) {
  const { t } = useMessages()
  return (
    <span className="tabular">
      {count.parts === 0 ? t('count.deposits', count) : t('count.depositsAndParts', count)}
    </span>
  )
}
