/** An answer about ways as tables and map features, whatever the file: one function a question. Units stand in the heads. */
import type { AnswerFileId } from '#geodata/contract/answer-files.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import type { Geometry } from '#geodata/contract/geo.ts'
import { edgeTables, linkTables, reachTables, siteTables } from './network-tables.ts'
import { changedRouteTables, routeTables } from './route-tables.ts'
import { matrixTables, scenarioTables } from './scenario-tables.ts'

export type Cell = string | number | boolean | null

export interface Sheet {
  name: string
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
}

export interface AnswerFeature {
  geometry: Geometry
  properties: Readonly<Record<string, Cell>>
}

export interface AnswerTables {
  title: string
  sheets: readonly Sheet[]
  features: readonly AnswerFeature[]
}

export const TABLES: { readonly [Id in AnswerFileId]: (answer: Output<Id>) => AnswerTables } = {
  planRoute: routeTables,
  planChangedRoute: changedRouteTables,
  routeMatrix: matrixTables,
  runScenario: scenarioTables,
  drawReach: reachTables,
  chooseSites: siteTables,
  criticalEdges: edgeTables,
  bestLinks: linkTables,
}
