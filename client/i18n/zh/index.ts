/** The Chinese catalogue, whole: one chunk. Keys it lacks are shown in English. */
import type { Catalogue } from '../catalogue.ts'
import shell from './shell.json'
import terms from './terms.json'

const catalogue: Catalogue = { ...terms, ...shell }
export default catalogue
