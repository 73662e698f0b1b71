/** The inside of cql2-wasm that runs without a bundler. */
declare module 'cql2-wasm/cql2_wasm_bg.js' {
  interface Expr {
    to_json(): string
    to_text(): string
  }
  export function parseText(text: string): Expr
  export function parseJson(text: string): Expr
  export function __wbg_set_wasm(exports: unknown): void
}
