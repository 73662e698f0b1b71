/** Settings: flags over environment over defaults, faults named, one table for --help and the README. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { helpText, markdownTable, OPTIONS, readConfig } from '#server/config.ts'

const config = (args: string[], env: Record<string, string> = {}) => {
  const reading = readConfig(args, env)
  if (reading.kind !== 'config') throw new Error(JSON.stringify(reading))
  return reading.config
}

test('flags win over the environment, the environment over defaults', () => {
  expect(config([]).port).toBe(4400)
  expect(config([], { ORELINK_PORT: '5000' }).port).toBe(5000)
  expect(config(['--port', '6000'], { ORELINK_PORT: '5000' }).port).toBe(6000)
  expect(config(['--port=6001']).port).toBe(6001)
})

test.each([
  [['--port', '70000'], '--port'],
  [['--port', ''], '--port'],
  [['--port', '12.5'], '--port'],
  [['--log-level', 'loud'], '--log-level'],
  [['--public-url', 'atlas.example'], '--public-url'],
  [['--public-url', 'https://atlas.example/?x=1'], '--public-url'],
  [['--basemap', 'map.jpg'], '--basemap'],
  [['--cors-origins', 'atlas.example'], '--cors-origins'],
  [['--trust-proxy', 'yes'], '--trust-proxy'],
  [['--colour', 'blue'], '--colour'],
])('%j is refused and named', (args, named) => {
  const reading = readConfig(args, {})
  expect(reading.kind).toBe('invalid')
  if (reading.kind === 'invalid') expect(reading.message).toContain(named)
})

test('all faults are told at once', () => {
  const reading = readConfig(['--port', 'x'], { ORELINK_LOG_LEVEL: 'loud' })
  expect(reading).toMatchObject({
    kind: 'invalid',
    message: expect.stringMatching(/ORELINK_PORT.*\n.*ORELINK_LOG_LEVEL/),
  })
})

test('addresses and lists are read', () => {
  expect(config(['--public-url', 'https://atlas.example/']).publicUrl).toBe('https://atlas.example')
  expect(config([]).publicUrl).toBeNull()
  expect(config(['--basemap', '/maps/pakistan.pmtiles']).basemap).toEqual({
    kind: 'pmtiles',
    path: '/maps/pakistan.pmtiles',
  })
  expect(config(['--basemap', 'https://tiles.example/{z}/{x}/{y}.png']).basemap.kind).toBe('raster')
  expect(config(['--cors-origins', 'https://a.example, https://b.example']).corsOrigins).toEqual([
    'https://a.example',
    'https://b.example',
  ])
  expect(config(['--cors-origins', '']).corsOrigins).toEqual([])
})

test('--help and the README name every option', () => {
  expect(readConfig(['--help'], {}).kind).toBe('help')
  const readme = readFileSync(join(import.meta.dirname, '../../../server/README.md'), 'utf8')
  // The formatter pads tables.
  const unpadded = (text: string) => text.replace(/ +/g, ' ').replace(/-+/g, '-')
  expect(unpadded(readme)).toContain(unpadded(markdownTable()))
  for (const { flag, env } of Object.values(OPTIONS)) {
    expect(helpText()).toContain(`--${flag}`)
    expect(helpText()).toContain(env)
  }
})
