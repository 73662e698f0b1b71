/** The suites: unit, property, contract and architecture run side by side in Node; the browser's journeys run one after the other. */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const suite = (name: string, include: string[], testTimeout = 30_000) => ({
  test: { name, include, environment: 'node' as const, testTimeout, hookTimeout: 120_000 },
})

export default defineConfig({
  test: {
    // Vitest's own choice leaves one of two cores idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      suite('unit', ['tests/unit/**/*.test.ts']),
      suite('property', ['tests/property/**/*.test.ts'], 60_000),
      suite('contract', ['tests/contract/**/*.test.ts'], 60_000),
      suite('architecture', ['tests/architecture/**/*.test.ts']),
      {
        test: {
          ...suite('interop', ['tests/interop/**/*.test.ts'], 120_000).test,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'tests/e2e/prepare.ts',
          fileParallelism: false,
          testTimeout: 90_000,
          // A page draws a map in software: what is polled may need more than the usual second.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
