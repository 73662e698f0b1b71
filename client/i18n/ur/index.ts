/** The Urdu catalogue, whole: one chunk. It does not compile while a key is missing. */
import type { Catalogue } from '../catalogue.ts'
import ask from './ask.json'
import connect from './connect.json'
import corridors from './corridors.json'
import cql2 from './cql2.json'
import deposits from './deposits.json'
import exports from './export.json'
import fields from './fields.json'
import help from './help.json'
import map from './map.json'
import shell from './shell.json'
import terms from './terms.json'
import values from './values.json'

const catalogue: Catalogue = {
  ...ask,
  ...connect,
  ...corridors,
  ...cql2,
  ...deposits,
  ...exports,
  ...fields,
  ...help,
  ...map,
  ...shell,
  ...terms,
  ...values,
}
export default catalogue
