/** Triggers that keep the R*Tree in step when another program edits the table (OGC 12-128r17, F.3, as corrected in 1.4). */
import { quoted } from './tables.ts'

/** The table's key is `fid`, its geometry `geom`. */
export function rtreeTriggers(table: string): string {
  const name = `rtree_${table}_geom`
  const tree = quoted(name)
  const on = `ON ${quoted(table)}`
  const isThere = (row: 'NEW' | 'OLD') => `(${row}.geom NOTNULL AND NOT ST_IsEmpty(${row}.geom))`
  const isNot = (row: 'NEW' | 'OLD') => `(${row}.geom ISNULL OR ST_IsEmpty(${row}.geom))`
  const put = `INSERT OR REPLACE INTO ${tree} VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));`
  const change = `UPDATE ${tree} SET minx = ST_MinX(NEW.geom), maxx = ST_MaxX(NEW.geom),
    miny = ST_MinY(NEW.geom), maxy = ST_MaxY(NEW.geom) WHERE id = NEW.fid;`
  const drop = `DELETE FROM ${tree} WHERE id = OLD.fid;`
  const dropBoth = `DELETE FROM ${tree} WHERE id IN (OLD.fid, NEW.fid);`
  const trigger = (suffix: string, event: string, condition: string, action: string) =>
    `CREATE TRIGGER ${quoted(`${name}_${suffix}`)} AFTER ${event} ${on} WHEN ${condition} BEGIN ${action} END;\n`
  return [
    trigger('insert', 'INSERT', isThere('NEW'), put),
    trigger('update2', 'UPDATE OF geom', `OLD.fid = NEW.fid AND ${isNot('NEW')}`, drop),
    trigger('update4', 'UPDATE', `OLD.fid != NEW.fid AND ${isNot('NEW')}`, dropBoth),
    trigger('update5', 'UPDATE', `OLD.fid != NEW.fid AND ${isThere('NEW')}`, `${drop} ${put}`),
    trigger('update6', 'UPDATE OF geom', `OLD.fid = NEW.fid AND ${isThere('NEW')} AND ${isThere('OLD')}`, change),
    trigger('update7', 'UPDATE OF geom', `OLD.fid = NEW.fid AND ${isThere('NEW')} AND ${isNot('OLD')}`, put),
    trigger('delete', 'DELETE', 'OLD.geom NOT NULL', drop),
  ].join('')
}
