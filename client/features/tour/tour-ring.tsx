/** A ring around the part that a step of the tour speaks of; it follows the part when the page is resized or a panel opens. */
import { useEffect, useState } from 'react'

interface Box {
  left: number
  top: number
  width: number
  height: number
}

const MARGIN_PX = 4

export function TourRing({ targets }: { targets: readonly string[] }) {
  const [box, setBox] = useState<Box | null>(null)
  useEffect(() => {
    let frame = 0
    const follow = () => {
      const target = targets.map((selector) => document.querySelector(selector)).find((element) => element !== null)
      const found = target?.getBoundingClientRect()
      setBox((last) => (found && !isSame(last, found) ? boxOf(found) : last))
      frame = requestAnimationFrame(follow)
    }
    follow()
    return () => cancelAnimationFrame(frame)
  }, [targets])
  if (!box) return null
  return <div className="tour-ring" aria-hidden style={box} />
}

function boxOf({ left, top, width, height }: Box): Box {
  return { left: left - MARGIN_PX, top: top - MARGIN_PX, width: width + 2 * MARGIN_PX, height: height + 2 * MARGIN_PX }
}

function isSame(box: Box | null, found: Box): boolean {
  const wanted = boxOf(found)
  return box !== null && box.left === wanted.left && box.top === wanted.top && box.height === wanted.height
}
