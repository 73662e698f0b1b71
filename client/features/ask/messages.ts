/** The English messages of questions, which come with their panel and not with the page. Import it before any is used. */
import { addEnglish } from '#client/i18n/catalogue.ts'
import messages from '#client/i18n/en/ask.json'

addEnglish(messages)
