/** The English of the Connect panel, fetched with its code; import it for its effect. */
import { addEnglish } from './catalogue.ts'
import connect from './en/connect.json'

addEnglish(connect)
