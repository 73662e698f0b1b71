/** The Urdu catalogue, whole: one chunk. It does not compile while a key is missing; English stands in for topics not yet translated. */
import type { Catalogue } from '../catalogue.ts'
import ask from '../en/ask.json'
import connect from '../en/connect.json'
import corridors from './corridors.json'
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
