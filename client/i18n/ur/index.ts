/** The Urdu catalogue, whole: one chunk. Keys it lacks are shown in English. */
import type { Catalogue } from '../catalogue.ts'
import ask from './ask.json'
import connect from './connect.json'
import cql2 from './cql2.json'
import shell from './shell.json'
import terms from './terms.json'

const catalogue: Catalogue = { ...terms, ...shell, ...ask, ...connect, ...cql2 }
export default catalogue
