/** What the search box found for a text: asked a moment after the last key, newest answer wins. */
import { useEffect, useState } from 'react'
import { type QueryState, useQuery } from '#client/api/use-query.ts'
import { useView } from '#client/state/view-state.ts'
import type { Output } from '#geodata/contract/endpoints.ts'

const PAUSE_MS = 120
const LIMIT = 12

export function useSearch(text: string): QueryState<Output<'search'>> {
  const language = useView((state) => state.language)
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim().slice(0, 200)), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return useQuery('search', asked === '' ? null : { query: { q: asked, lang: language, limit: String(LIMIT) } })
}
