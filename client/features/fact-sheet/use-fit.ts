/** Fits a sheet into one page: tries type sizes from large to small, then less detail, and says when it rests. */
import { type RefObject, useLayoutEffect, useState } from 'react'
import { DETAILS, type Detail, LEAST_DETAIL } from './detail.ts'

/** Of the base size in fact-sheet.css. Below the last, print is too small to read. */
const SIZES = [1.3, 1.22, 1.16, 1.1, 1.04, 0.98, 0.92, 0.87, 0.82] as const
const LAST = DETAILS.length - 1

export interface Fit {
  detail: Detail
  /** `trying` until a size is found; `over`: even the least does not fit. */
  state: 'trying' | 'fits' | 'over'
}

/** `content` changes whenever something on the sheet does (data, language, fonts); null: not all is there yet. */
export function useFit(sheet: RefObject<HTMLElement | null>, content: string | null): Fit {
  const [tried, setTried] = useState<{ content: string | null; level: number; state: Fit['state'] }>({
    content,
    level: 0,
    state: 'trying',
  })
  const isCurrent = tried.content === content
  const level = isCurrent ? tried.level : 0
  useLayoutEffect(() => {
    const element = sheet.current
    if (element === null || content === null) return
    const fits = SIZES.some((size) => {
      element.style.setProperty('--fit', String(size))
      return element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth
    })
    if (fits) setTried({ content, level, state: 'fits' })
    else if (level === LAST) setTried({ content, level, state: 'over' })
    else setTried({ content, level: level + 1, state: 'trying' })
  }, [sheet, content, level])
  return {
    detail: DETAILS[level] ?? LEAST_DETAIL,
    state: content !== null && isCurrent ? tried.state : 'trying',
  }
}
