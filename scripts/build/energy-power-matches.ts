/** Which record of which list is the same power plant: data, by name. */

/** Rows of `facts/power.csv` to plants of the trackers, or of the WRI table where the trackers have none. */
export const SAME_PLANT: Readonly<Record<string, { gem?: string; wri?: string }>> = {
  'engro-thar': { gem: 'Thar Block II power station' },
  tel: { gem: 'Thar Energy Limited power station' },
  thalnova: { gem: 'ThalNova power station' },
  tcb1: { gem: 'Thar Block I power station' },
  'port-qasim-coal': { gem: 'Port Qasim EPC power station' },
  sahiwal: { gem: 'Sahiwal power station' },
  'hub-coal': { gem: 'Hubco power station' },
  'hubco-oil': { gem: 'Hub power plant' },
  'gwadar-coal': { gem: 'Gwadar power station' },
  karot: { gem: 'Karot hydroelectric plant' },
  'suki-kinari': { gem: 'Suki Kinari hydroelectric plant' },
  'lakhra-power': { gem: 'Lakhra power station' },
  'qa-solar': { wri: 'Quaid-e-Azam' },
  'dawood-wind': { wri: 'Dawood Wind Power project' },
  'tgf-wind': { wri: 'Three Gorges First Wind Farm' },
  // Near the Zorlu farm of the WRI table at Jhimpir, but another owner's.
  'uep-wind': {},
  'sachal-wind': {},
  'saindak-power': {},
  'hvdc-matiari': {},
  'hvdc-lahore': {},
}

/** WRI rows that are plants of the trackers under another name or farther off than the rule of nearness sees. */
export const WRI_KNOWN_ELSEWHERE: readonly string[] = [
  'Chasnupp',
  'Kanupp',
  'Hub Power Project- Narowal',
  // Listed as hydropower there; it is the gas and oil plant KAPCO.
  'Kot Addu Power Company ltd.',
]

/** Chinese and Urdu names in common use. */
export const PLANT_NAMES: Readonly<Record<string, { ur?: string; zh?: string }>> = {
  'port-qasim-coal': { zh: '卡西姆港燃煤电站' },
  sahiwal: { ur: 'ساہیوال کول پاور پلانٹ', zh: '萨希瓦尔燃煤电站' },
  'hub-coal': { zh: '胡布燃煤电站' },
  karot: { ur: 'کروٹ ہائیڈرو پاور', zh: '卡洛特水电站' },
  'suki-kinari': { ur: 'سکی کناری ہائیڈرو پاور', zh: '苏基克纳里水电站' },
  'qa-solar': { ur: 'قائد اعظم سولر پارک', zh: '真纳太阳能公园' },
  'tarbela-hydroelectric-plant': { ur: 'تربیلا ڈیم', zh: '塔贝拉水电站' },
  'mangla-hydroelectric-plant': { ur: 'منگلا ڈیم', zh: '曼格拉水电站' },
}

/** Tracked plants whose point cannot be right: drawn nowhere rather than at the wrong place. */
export const WRONG_POINT: Readonly<Record<string, string>> = {
  'Halmore power station': "The tracker says Punjab, but its point lies beside Quetta, at another owner's plant.",
}
