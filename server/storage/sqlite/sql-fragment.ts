/** Pieces of SQL with their bound values: text comes from our own sources alone, every value is a parameter. */

export type SqlValue = string | number | null
export interface Sql {
  readonly text: string
  readonly values: readonly SqlValue[]
}

/** Template of SQL; what is put in must be a piece itself, so that no value can become text. */
export function sql(strings: TemplateStringsArray, ...pieces: readonly Sql[]): Sql {
  const text = strings.reduce((before, part, index) => before + (pieces[index - 1]?.text ?? '') + part)
  return { text, values: pieces.flatMap(({ values }) => values) }
}

export function bound(value: SqlValue): Sql {
  return { text: '?', values: [value] }
}

export function joined(pieces: readonly Sql[], separator: Sql): Sql {
  return pieces.reduce((before, piece) => ({
    text: `${before.text}${separator.text}${piece.text}`,
    values: [...before.values, ...separator.values, ...piece.values],
  }))
}
