/** True once every face that the page uses has come; measures taken before would not hold. */
import { useEffect, useState } from 'react'

export function useFonts(language: string): boolean {
  const [ready, setReady] = useState<string | null>(null)
  useEffect(() => {
    let isStale = false
    // Two frames later the text is laid out and has asked for its faces.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => document.fonts.ready.then(() => isStale || setReady(language))),
    )
    return () => {
      isStale = true
    }
  }, [language])
  return ready === language
}
