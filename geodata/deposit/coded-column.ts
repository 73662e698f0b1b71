/** Texts of many rows as small numbers: row r has the codes `codes[starts[r]]` up to `codes[starts[r + 1]]`, into `values`. */

export interface CodedColumn {
  values: readonly string[]
  starts: Uint32Array
  codes: Uint32Array
}

export interface CodedColumnBuilder {
  /** The texts of the next row, none twice. */
  add(texts: readonly string[]): void
  build(): CodedColumn
}

export function codedColumn(): CodedColumnBuilder {
  const codeOf = new Map<string, number>()
  const starts = [0]
  const codes: number[] = []
  return {
    add(texts) {
      for (const text of texts) {
        const code = codeOf.get(text) ?? codeOf.size
        codeOf.set(text, code)
        codes.push(code)
      }
      starts.push(codes.length)
    },
    build: () => ({ values: [...codeOf.keys()], starts: Uint32Array.from(starts), codes: Uint32Array.from(codes) }),
  }
}
