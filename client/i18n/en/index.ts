/** The English catalogue, whole: one chunk. It says which keys there are; a new topic is one file and one line here. */
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

export const ENGLISH = {
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
