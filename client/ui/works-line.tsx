/** A stretch of line as the map draws its status: full, half, quarter dashes; rail with ticks. So status never hangs on colour. */
const DASHES: Readonly<Record<string, string>> = {
  operational: '',
  under_construction: '6 3',
  planned: '2.5 3',
  stalled: '2.5 3',
  closed: '1 4',
}

export function WorksLine({ status, mode = 'road' }: { status: string; mode?: string }) {
  return (
    <svg
      width="30"
      height="10"
      viewBox="0 0 30 10"
      aria-hidden
      className="works-line"
      data-pale={status === 'stalled' || status === 'closed' ? '' : undefined}
    >
      <path d="M1 5H29" strokeWidth="2.5" strokeDasharray={DASHES[status] ?? ''} />
      {mode === 'rail' && <path d="M5 1.5V8.5M12 1.5V8.5M19 1.5V8.5M26 1.5V8.5" strokeWidth="1.4" />}
    </svg>
  )
}
