/**
 * Where 1 to 5 sites serve all demands at least total cost (p-median). Few choices are all tried; many are met by greedy
 * adding and vertex exchange (Teitz and Bart 1968), and a Lagrangian bound (Cornuéjols, Fisher and Nemhauser 1977) says
 * how far from the best the answer can be at most.
 */

/** `cost[demand][site]`: Infinity where the site cannot serve. */
export interface SitingQuestion {
  cost: readonly (readonly number[])[]
  /** Tonnes of each demand, or 1. */
  demand: readonly number[]
  count: number
  /** Sites that stand already: they serve, and are not counted. */
  standing: readonly number[]
}

export interface Siting {
  /** New sites, ascending. */
  sites: number[]
  total: number
  /** For each demand the site that serves it; null where none can. */
  servedBy: (number | null)[]
  method: 'exact' | 'heuristic'
  /** The best possible total is at most this share below `total`; 0 when exact. */
  gap: number
}

const MOST_TRIED = 200_000
/** A demand that nobody serves costs this in the comparison, so that serving more always wins. */
const UNSERVED = 1e9

export function chooseSites(question: SitingQuestion): Siting {
  const siteCount = question.cost[0]?.length ?? 0
  const free = Array.from({ length: siteCount }, (_, site) => site).filter((site) => !question.standing.includes(site))
  const count = Math.min(question.count, free.length)
  const isSmall = combinations(free.length, count) <= MOST_TRIED
  const sites = isSmall ? tryAll(question, free, count) : exchange(question, free, count)
  const total = totalOf(question, sites)
  const gap = isSmall ? 0 : Math.max(0, 1 - lagrangianBound(question, free, count, total) / total)
  const open = [...question.standing, ...sites]
  return {
    sites: sites.toSorted((a, b) => a - b),
    total: question.cost.reduce((sum, _, i) => sum + servedCost(question, i, open), 0),
    servedBy: question.cost.map((row) => bestOf(row, open)),
    method: isSmall ? 'exact' : 'heuristic',
    gap,
  }
}

function combinations(n: number, k: number): number {
  let result = 1
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i
  return result
}

function bestOf(row: readonly number[], open: readonly number[]): number | null {
  let best: number | null = null
  for (const site of open)
    if ((row[site] ?? Number.POSITIVE_INFINITY) < (best === null ? Number.POSITIVE_INFINITY : (row[best] ?? 0)))
      best = site
  return best
}

function servedCost({ cost, demand }: SitingQuestion, index: number, open: readonly number[]): number {
  const row = cost[index] ?? []
  const site = bestOf(row, open)
  return site === null ? 0 : (row[site] ?? 0) * (demand[index] ?? 1)
}

function totalOf({ cost, demand, standing }: SitingQuestion, sites: readonly number[]): number {
  let total = 0
  for (const [index, row] of cost.entries()) {
    let least = UNSERVED
    for (const site of standing) least = Math.min(least, row[site] ?? UNSERVED)
    for (const site of sites) least = Math.min(least, row[site] ?? UNSERVED)
    total += least * (demand[index] ?? 1)
  }
  return total
}

function tryAll(question: SitingQuestion, free: readonly number[], count: number): number[] {
  let best: number[] = []
  let least = Number.POSITIVE_INFINITY
  const extend = (chosen: number[], from: number): void => {
    if (chosen.length === count) {
      const total = totalOf(question, chosen)
      if (total < least) [best, least] = [[...chosen], total]
      return
    }
    for (let at = from; at < free.length; at++) extend([...chosen, free[at] ?? 0], at + 1)
  }
  extend([], 0)
  return best
}

function exchange(question: SitingQuestion, free: readonly number[], count: number): number[] {
  let sites: number[] = []
  while (sites.length < count)
    sites = [
      ...sites,
      cheapest(
        question,
        free.filter((site) => !sites.includes(site)),
        (site) => [...sites, site],
      ),
    ]
  for (let isBetter = true; isBetter; ) {
    isBetter = false
    for (const [at] of sites.entries()) {
      const swap = (site: number): number[] => sites.with(at, site)
      const site = cheapest(
        question,
        free.filter((one) => !sites.includes(one)),
        swap,
      )
      if (totalOf(question, swap(site)) < totalOf(question, sites) * (1 - 1e-12)) {
        sites = swap(site)
        isBetter = true
      }
    }
  }
  return sites
}

function cheapest(question: SitingQuestion, choices: readonly number[], withSite: (site: number) => number[]): number {
  let [best, least] = [choices[0] ?? 0, Number.POSITIVE_INFINITY]
  for (const site of choices) {
    const total = totalOf(question, withSite(site))
    if (total < least) [best, least] = [site, total]
  }
  return best
}

const ROUNDS = 200

/** Each demand is charged a price for being served; subgradient steps raise the bound. */
function lagrangianBound(
  { cost, demand, standing }: SitingQuestion,
  free: readonly number[],
  count: number,
  upper: number,
): number {
  const weighed = cost.map((row, i) => row.map((c) => Math.min(c, UNSERVED) * (demand[i] ?? 1)))
  const price = weighed.map((row) => Math.min(...row))
  let [best, pace] = [0, 1]
  for (let round = 0; round < ROUNDS; round++) {
    const gain = (site: number): number =>
      weighed.reduce((sum, row, i) => sum + Math.min(0, (row[site] ?? 0) - (price[i] ?? 0)), 0)
    const ranked = free.map((site) => ({ site, gain: gain(site) })).sort((a, b) => a.gain - b.gain)
    const open = [...ranked.slice(0, count).map(({ site }) => site), ...standing]
    const bound = price.reduce((sum, p) => sum + p, 0) + open.reduce((sum, site) => sum + gain(site), 0)
    if (bound > best) best = bound
    else pace *= 0.95
    const slope = weighed.map((row, i) => 1 - open.filter((site) => (row[site] ?? 0) < (price[i] ?? 0)).length)
    const norm = slope.reduce((sum, s) => sum + s * s, 0)
    if (norm === 0) break
    const step = (pace * (upper - bound)) / norm
    for (const [i, s] of slope.entries()) price[i] = Math.max(0, (price[i] ?? 0) + step * s)
  }
  return Math.min(best, upper)
}
