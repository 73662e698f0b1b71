/** Prints the comparison alone: compare.css shows it by the mark on the body, and nothing else of the page. */
export function printComparison(): void {
  document.body.dataset.printing = 'compare'
  addEventListener('afterprint', () => delete document.body.dataset.printing, { once: true })
  print()
}
