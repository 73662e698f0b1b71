/** Names of districts in the reader's language. English needs no asking: the deposit table prints its own. */
import { useMemo } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useQuery } from './use-query.ts'

/** Name of a district by its id, or what the deposit table prints where none is known in this language. */
export function useDistrictNames(): (id: string, printed: string) => string {
  const { language } = useMessages()
  const { data } = useQuery('listNames', language === 'en' ? null : { params: { dataset: 'districts' } })
  return useMemo(() => {
    const names = new Map(data?.names.map(({ id, name }) => [id, name[language]]))
    return (id, printed) => names.get(id) ?? printed
  }, [data, language])
}
