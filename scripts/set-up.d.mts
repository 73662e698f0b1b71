/** Types of set-up.mjs for those of its functions that TypeScript files call. */
export function buildClient(): void
export function installBrowser(): string
