/** Connect in pictures: the ways, scenarios, sites and areas that the panel is judged by. */
import type { Picture } from './picture.ts'

const WAIT = '[data-testid="route-cost"]'
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const asked = (rest: string, settled = WAIT): Picture => ({
  path: `/?v=1&theme=light&panel=connect&${rest}`,
  settled,
})

export const CONNECT_PICTURES: Readonly<Record<string, Picture>> = {
  'connect-saindak-gwadar': asked('from=deposits/saindak&to=ports/gwadar'),
  'connect-saindak-karachi': asked('from=deposits/saindak&to=ports/karachi'),
  'connect-saindak-jinchang': asked('from=deposits/saindak&to=network-places/jinchang&modes=road,rail'),
  'connect-saindak-jinchang-sea': asked('from=deposits/saindak&to=network-places/jinchang'),
  'connect-duddar-karachi': asked('from=deposits/duddar&to=ports/karachi'),
  'connect-thar': asked(
    'from=deposits/thar&to=power-plants/engro-thar;ports/port-qasim&pair=deposits/thar;ports/port-qasim',
  ),
  'connect-closed-n25': asked(
    'how=what-if&changes=cN-25&swipe=45&at=66.9,27.6,6.2',
    '[data-testid="scenario-sentence"]',
  ),
  'connect-flood': asked(
    'how=what-if&changes=f67.3,27.9_68.4,27.9_68.4,26.6_67.5,26.3_67.1,27&swipe=55&at=68,27,6.6',
    '[data-testid="scenario-sentence"]',
  ),
  'connect-planned-railway': asked(
    'how=what-if&from=deposits/saindak;deposits/reko-diq;deposits/siah-dik&to=ports/gwadar&changes=oGwadar-Mastung',
    '[data-testid="scenario-sentence"]',
  ),
  'connect-siting': asked(
    'how=siting&from=deposits/saindak;deposits/reko-diq;deposits/siah-dik&market=ports/gwadar&yield=0.3',
    '[data-testid="sites"]',
  ),
  'connect-critical': asked('how=critical', '[data-testid="losses"]'),
  'connect-reach': asked('how=reach&by=time&from=ports/gwadar;ports/karachi', '.reach__key'),
  'connect-reach-dark': {
    ...asked('how=reach&by=cost&from=ports/gwadar', '.reach__key'),
    path: '/?v=1&theme=dark&panel=connect&how=reach&from=ports/gwadar',
  },
  'connect-phone': {
    ...asked('from=deposits/saindak&to=ports/gwadar'),
    press: '[role=tab][aria-selected=true]',
    options: PHONE,
  },
  'connect-urdu': asked('lang=ur&from=deposits/duddar&to=ports/karachi'),
  'connect-zh': asked('lang=zh&from=deposits/saindak&to=processing/cn-guixi'),
}
