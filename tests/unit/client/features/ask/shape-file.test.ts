/** Files as shapes: what is taken of them, and why others are refused. */
import { expect, test } from 'vitest'
import { readShapeFile } from '#client/features/ask/file/read-shape-file.ts'

const file = (name: string, content: unknown) =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], name)
const point = (lon: number, lat: number) => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'Point', coordinates: [lon, lat] },
})
const square = [
  [66, 29],
  [67, 29],
  [67, 30],
  [66, 30],
  [66, 29],
]
const area = { type: 'Polygon', coordinates: [square] }
const line = {
  type: 'LineString',
  coordinates: [
    [66, 29, 1200],
    [67, 30, 1300],
  ],
}

test('areas come before lines, lines before points; several become one; heights are dropped', async () => {
  const features = [line, area, area].map((geometry) => ({ type: 'Feature', properties: {}, geometry }))
  const joined = await readShapeFile(file('a.geojson', { type: 'FeatureCollection', features }))
  expect(joined.shape).toEqual({ type: 'MultiPolygon', coordinates: [[square], [square]] })
  expect((await readShapeFile(file('a.json', line))).shape).toEqual({
    type: 'LineString',
    coordinates: [
      [66, 29],
      [67, 30],
    ],
  })
  expect((await readShapeFile(file('a.geojson', point(66, 29)))).shape).toEqual({
    type: 'Point',
    coordinates: [66, 29],
  })
  const collection = { type: 'GeometryCollection', geometries: [line, line] }
  expect((await readShapeFile(file('a.geojson', collection))).shape.type).toBe('MultiLineString')
})

test('several points are the area around them', async () => {
  const points = {
    type: 'FeatureCollection',
    features: [point(66, 29), point(67, 29), point(66.5, 30), point(66.5, 29.3)],
  }
  const { shape, isHull } = await readShapeFile(file('a.geojson', points))
  expect(isHull).toBe(true)
  expect(shape.type === 'Polygon' && shape.coordinates[0]).toHaveLength(4)
})

test('a CSV file needs a longitude and a latitude', async () => {
  const csv = 'name,Longitude,Latitude\nDuddar,66.9,26.1\nnowhere,,\n'
  expect((await readShapeFile(file('a.csv', csv))).shape).toEqual({ type: 'Point', coordinates: [66.9, 26.1] })
  await expect(readShapeFile(file('a.csv', 'name,place\nx,y\n'))).rejects.toMatchObject({ code: 'columns' })
  await expect(readShapeFile(file('a.csv', 'lon,lat\n,\n'))).rejects.toMatchObject({ code: 'empty' })
})

test.each([
  ['a.docx', 'x', 'type'],
  ['a.geojson', '{', 'unreadable'],
  ['a.geojson', '{"type":"FeatureCollection","features":[]}', 'empty'],
  [
    'a.geojson',
    {
      type: 'LineString',
      coordinates: [
        [660_000, 290],
        [670_000, 300],
      ],
    },
    'coordinates',
  ],
  [
    'a.geojson',
    {
      type: 'LineString',
      coordinates: [
        [179, 0],
        [-179, 0],
      ],
    },
    'coordinates',
  ],
  [
    'a.geojson',
    {
      type: 'Polygon',
      coordinates: [
        [
          [66, 29],
          [67, 29],
          [67, 30],
          [66, 30],
        ],
      ],
    },
    'coordinates',
  ],
  [
    'a.geojson',
    { type: 'LineString', coordinates: Array.from({ length: 5001 }, (_, n) => [60 + n / 1e4, 30]) },
    'positions',
  ],
  ['a.zip', 'PK no zip', 'unreadable'],
  ['a.geojson', ' '.repeat(10_000_001), 'size'],
])('%s of that content is refused', async (name, content, code) => {
  await expect(readShapeFile(file(name, content))).rejects.toMatchObject({ code })
})
