/** Reach, sites, critical stretches and best next links as tables and map features. */
import type { Output } from '#geodata/contract/endpoints.ts'
import type { AnswerTables, Sheet } from './answer-tables.ts'
import { PLACE_HEAD, placeCells, pointsOf } from './scenario-tables.ts'

export function reachTables({ areas, unit, by, cellDeg, accessWithinKm }: Output<'drawReach'>): AnswerTables {
  const sheet: Sheet = {
    name: 'Areas',
    head: [`budget (${unit})`, 'by', 'people', 'places', 'deposits', 'plants', 'cellDeg', 'accessWithinKm'],
    rows: areas.map((area) => [
      ...[area.budget, by, area.people, area.places, area.deposits, area.plants],
      ...[cellDeg, accessWithinKm],
    ]),
  }
  return {
    title: 'Reach',
    sheets: [sheet],
    features: areas.map(({ geometry, ...area }) => ({ geometry, properties: { ...area, unit, by } })),
  }
}

export function siteTables(answer: Output<'chooseSites'>): AnswerTables {
  const { sites, deposits, unit, total, totalBefore, method, gap, candidates } = answer
  const chosen: Sheet = {
    name: 'Sites',
    head: [...PLACE_HEAD, 'isStanding', 'serves'],
    rows: sites.map((site) => [...placeCells(site), site.isStanding, site.serves]),
  }
  const served: Sheet = {
    name: 'Deposits',
    head: [...PLACE_HEAD, 'site', `weight (${unit})`],
    rows: deposits.map((deposit) => [...placeCells(deposit), deposit.site, deposit.weight]),
  }
  const totals: Sheet = {
    name: 'Total',
    head: [`total (${unit})`, `with standing sites alone (${unit})`, 'method', 'gap', 'candidates'],
    rows: [[total, totalBefore, method, gap, candidates]],
  }
  return {
    title: 'Siting',
    sheets: [chosen, served, totals],
    features: [...pointsOf(chosen, sites), ...pointsOf(served, deposits)],
  }
}

export function edgeTables({ edges, deposits, unit, tried }: Output<'criticalEdges'>): AnswerTables {
  const ranked: Sheet = {
    name: 'Critical stretches',
    head: ['rank', 'reference', 'name', 'mode', 'lengthKm', `extra (${unit})`, 'affected', 'cutOff'],
    rows: edges.map((edge, index) => [
      ...[index + 1, edge.reference, edge.name?.en ?? null, edge.mode, edge.lengthKm],
      ...[edge.extra, edge.affected, edge.cutOff.join('; ')],
    ]),
  }
  const ways: Sheet = {
    name: 'Deposits',
    head: [...PLACE_HEAD, 'hasAccess', 'waysThatShareNoEdge'],
    rows: deposits.map((deposit) => [...placeCells(deposit), deposit.hasAccess, deposit.ways]),
  }
  const about: Sheet = { name: 'Tried', head: ['edges tried'], rows: [[tried]] }
  return {
    title: 'Critical links',
    sheets: [ranked, ways, about],
    features: edges.map(({ geometry, name, cutOff, ...edge }, index) => ({
      geometry,
      properties: { rank: index + 1, ...edge, name: name?.en ?? null, cutOff: cutOff.join('; '), unit },
    })),
  }
}

export function linkTables({ links, unit, tried }: Output<'bestLinks'>): AnswerTables {
  const ranked: Sheet = {
    name: 'Best next links',
    head: ['rank', 'kind', 'reference', 'lengthKm', `saving (${unit})`, `savingPerKm (${unit})`, 'gained'],
    rows: links.map((link, index) => [
      ...[index + 1, link.kind, link.reference, link.lengthKm, link.saving, link.savingPerKm, link.gained],
    ]),
  }
  const about: Sheet = { name: 'Tried', head: ['planned', 'missing'], rows: [[tried.planned, tried.missing]] }
  return {
    title: 'Best next links',
    sheets: [ranked, about],
    features: links.map(({ geometry, ...link }, index) => ({
      geometry,
      properties: { rank: index + 1, ...link, unit },
    })),
  }
}
