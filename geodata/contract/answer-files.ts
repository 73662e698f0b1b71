/**
 * Answers about ways as files: the address of the question with an ending, `/api/routes.xlsx?from=…&to=…`. A workbook has
 * a sheet of assumptions and one that says what was asked; GeoJSON carries both as foreign members.
 */
export const ANSWER_FILES = [
  'planRoute',
  'planChangedRoute',
  'routeMatrix',
  'runScenario',
  'drawReach',
  'chooseSites',
  'criticalEdges',
  'bestLinks',
] as const
export type AnswerFileId = (typeof ANSWER_FILES)[number]

export const ANSWER_FORMATS = {
  geojson: 'application/geo+json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type AnswerFormat = keyof typeof ANSWER_FORMATS

/** Path of a question's answer as a file. */
export function answerFilePath(path: string, format: AnswerFormat): string {
  return `${path}.${format}`
}
