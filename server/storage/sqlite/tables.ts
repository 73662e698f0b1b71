/** Every table of one connection, its statements prepared once. */
import { type DatasetTable, datasetTable } from './dataset-table.ts'
import { type DepositTable, depositTable } from './deposit-table.ts'
import { type FeatureSelection, featureSelection } from './feature-selection.ts'
import { type FeatureTable, featureTable } from './feature-table.ts'
import type { SqliteDatabase } from './open-database.ts'
import { type OverlayTable, overlayTable } from './overlay-table.ts'
import { type RasterTable, rasterTable } from './raster-table.ts'
import { type SearchTable, searchTable } from './search-table.ts'
import { type TileShapeTable, tileShapeTable } from './tile-shape-table.ts'
import { type TileTable, tileTable } from './tile-table.ts'

export interface Tables {
  datasets: DatasetTable
  features: FeatureTable
  selection: FeatureSelection
  deposits: DepositTable
  tileShapes: TileShapeTable
  tiles: TileTable
  overlay: OverlayTable
  rasters: RasterTable
  search: SearchTable
}

export function openTables(db: SqliteDatabase): Tables {
  return {
    datasets: datasetTable(db),
    features: featureTable(db),
    selection: featureSelection(db),
    deposits: depositTable(db),
    tileShapes: tileShapeTable(db),
    tiles: tileTable(db),
    overlay: overlayTable(db),
    rasters: rasterTable(db),
    search: searchTable(db),
  }
}
