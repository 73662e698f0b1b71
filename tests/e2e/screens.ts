/** Every screen of the atlas as a link and, where a link cannot reach it, what is then done: for the pictures that are looked at. */
import type { Page } from 'playwright-core'
import type { Messages } from '#client/i18n/translate.ts'

export interface Screen {
  /** Rest of the link, behind version, colours and language. */
  path: string
  /** Must be on the page before anything is done or looked at. */
  settled: string
  /** What a link cannot say, by the words of the language. */
  act?: ((page: Page, t: Messages['t']) => Promise<void>) | undefined
}

const ROUTE = '&panel=connect&from=deposits/saindak&to=ports/gwadar'
const RING = '66,27_67,27_67,28_66,28_66,27'
const search = (text: string) => async (page: Page) => {
  await page.locator('#search-input').fill(text)
  await page.locator('.search [role=option], .search__none').first().waitFor()
}
const help =
  (opens?: 'help.tour' | 'help.about'): Screen['act'] =>
  async (page, t) => {
    await page.getByRole('button', { name: t('help.open') }).click()
    await page.locator('dialog[open]').waitFor()
    if (opens !== undefined) {
      await page.getByRole('button', { name: t(opens) }).click()
      await page
        .locator(opens === 'help.tour' ? '.tour' : 'dialog[open] input')
        .first()
        .waitFor()
    }
  }
const desk = (state: string) => `&panel=none&drawer=charts&desk=${state}`

export const SCREENS: Readonly<Record<string, Screen>> = {
  map: { path: '&panel=layers', settled: '.panel--left, .bottom-sheet' },
  'map-dark': { path: '&panel=layers&theme=dark', settled: '.panel--left, .bottom-sheet' },
  filters: { path: '&panel=filters&commodity=copper&province=balochistan', settled: '.filters__count' },
  'nothing-matches': {
    path: '&panel=filters&commodity=copper&province=punjab&drawer=list',
    settled: '.filters__count',
  },
  'filters-cql2': { path: '&panel=filters&filter=status %3D', settled: '.filters__count' },
  search: { path: '&panel=none', settled: '.search', act: search('گوادر') },
  'search-latin': { path: '&panel=none', settled: '.search', act: search('copper') },
  'search-none': { path: '&panel=none', settled: '.search', act: search('qqqqzzzzxxxx') },
  corridors: { path: '&panel=corridors', settled: '.corridor-row' },
  deposit: { path: '&panel=none&sel=deposits/saindak', settled: '.sheet h2' },
  'deposit-thar': { path: '&panel=none&sel=deposits/thar', settled: '.sheet h2' },
  gwadar: { path: '&panel=corridors&sel=ports/gwadar&at=62.3,25.2,9.6', settled: '.sheet h2' },
  corridor: { path: '&panel=corridors&sel=corridors/cpec-western', settled: '.sheet h2' },
  feature: { path: '&panel=none&sel=power-plants/engro-thar', settled: '.sheet h2' },
  missing: { path: '&panel=none&sel=deposits/no-such-thing', settled: '.sheet' },
  economics: { path: '&panel=none&sel=deposits/saindak&econ=saindak', settled: '.economics' },
  'economics-lacking': { path: '&panel=none&sel=deposits/thar&econ=thar', settled: '.economics' },
  province: { path: '&panel=none&sel=provinces/balochistan&shade=population', settled: '.region__legend' },
  district: { path: '&panel=none&sel=districts/chagai&shade=deposits', settled: '.region__shade' },
  provinces: { path: '&page=provinces', settled: '.provinces td' },
  list: { path: '&panel=none&drawer=list', settled: '.drawer, .bottom-sheet' },
  'list-grouped': {
    path: '&panel=none&drawer=list&desk=g.province_s.tonnage-,name_u.kt,oz,gpt_p.name,commodity',
    settled: '.drawer, .bottom-sheet',
  },
  'list-logistics': {
    path: '&panel=none&drawer=list&to=ports/karachi&commodity=copper&desk=c.name,commodity,status,tonnage,kmHighway,kmRailway,kmGrid,kmPort,cost,costKm,bestPort,bestPortCost',
    settled: '.drawer, .bottom-sheet',
  },
  'chart-grade': { path: desk('k.gradeTonnage_q.copper'), settled: '.charts' },
  'chart-resource': { path: desk('k.resource'), settled: '.charts' },
  'chart-status': { path: desk('k.status'), settled: '.charts' },
  'chart-cost': { path: `${desk('k.cost')}&to=ports/karachi&commodity=copper`, settled: '.charts' },
  'chart-distance': { path: desk('k.distance'), settled: '.charts' },
  compare: {
    path: '&panel=none&drawer=compare&to=ports/karachi&desk=v.saindak,duddar,reko-diq,thar',
    settled: '.compare',
  },
  shortlist: { path: '&panel=none&drawer=shortlist&desk=l.saindak,duddar,thar', settled: '.shortlist' },
  'fact-sheet': { path: '&panel=none&sel=deposits/saindak&page=fact-sheet', settled: '.fact-sheet' },
  'ask-near': { path: '&panel=ask&ask=near&ask.place=ports/gwadar&ask.km=300', settled: '.ask__sentence' },
  'ask-within': {
    path: `&panel=ask&ask=within&ask.place=provinces/sindh&ask.data=deposits,ports`,
    settled: '.ask',
  },
  'ask-band': { path: '&panel=ask&ask=band&ask.km=30', settled: '.ask__strip' },
  'ask-conditions': {
    path: '&panel=ask&commodity=copper&ask=conditions&ask.within=railway:100,grid:50&ask.beyond=protectedArea:0',
    settled: '.ask__sentence',
  },
  'ask-score': { path: '&panel=ask&commodity=copper&ask=score&ask.weights=1,5,1,5,0,0', settled: '.ask__ranked' },
  'ask-summary': { path: '&panel=ask&ask=summary&ask.by=district', settled: '.ask__legend' },
  'ask-hexagons': { path: '&panel=ask&ask=summary&ask.by=hexagon', settled: '.ask__legend' },
  'connect-empty': { path: '&panel=connect', settled: '.connect' },
  'connect-route': { path: ROUTE, settled: '[data-testid=route-cost]' },
  'connect-many': {
    path: '&panel=connect&from=filter&commodity=copper&to=ports/gwadar;ports/karachi',
    settled: '.connect table',
  },
  'connect-reach': { path: '&panel=connect&how=reach&from=ports/gwadar', settled: '.connect h3, .connect table' },
  'connect-what-if': {
    path: `${ROUTE.replace('connect', 'connect&how=what-if')}&changes=cN-25|f${RING}`,
    settled: '.connect h3, .connect table',
  },
  'connect-siting': {
    path: '&panel=connect&how=siting&from=filter&commodity=copper&sites=2&market=ports/karachi',
    settled: '.connect h3, .connect table',
  },
  'connect-critical': {
    path: '&panel=connect&how=critical&from=filter&commodity=copper&to=ports/karachi',
    settled: '.connect h3, .connect table',
  },
  help: { path: '&panel=none', settled: '.top-bar', act: help() },
  'about-data': { path: '&panel=none', settled: '.top-bar', act: help('help.about') },
  tour: { path: '&panel=none', settled: '.top-bar', act: help('help.tour') },
  'take-away': {
    path: '&panel=none&sel=deposits/saindak',
    settled: '.sheet h2',
    act: async (page, t) => {
      await page
        .locator('.sheet')
        .getByRole('button', { name: t('export.open') })
        .first()
        .click()
      await page.getByRole('button', { name: t('export.download') }).waitFor()
    },
  },
  print: {
    path: '&panel=layers',
    settled: '.map-controls',
    act: (page, t) => page.getByRole('button', { name: t('print.title') }).click(),
  },
  'newer-link': { path: '&panel=none&theme=nonsense', settled: '.notice' },
}
