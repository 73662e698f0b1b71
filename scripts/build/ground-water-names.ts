/** The rivers and lakes that carry a name in three languages, with the spellings by which the map data know them. */
import type { LocalName } from '#geodata/contract/provenance.ts'

export interface KnownWater {
  id: string
  name: LocalName
  /** 1 (the Indus) to 4. */
  rank: number
  /** Names in the sources, matched whole, case aside. */
  spellings: readonly string[]
}

const water = (en: string, ur: string | null, zh: string | null, rank: number, ...spellings: string[]): KnownWater => ({
  id: en.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
  name: { en, ur, zh },
  rank,
  spellings: [en, ...(ur ? [ur] : []), ...spellings],
})

export const RIVERS: readonly KnownWater[] = [
  water('Indus River', 'دریائے سندھ', '印度河', 1, 'Indus', 'سندھ', 'Indus River دریائے سندھ', 'دریاۓ سندھ'),
  water('Jhelum River', 'دریائے جہلم', '杰赫勒姆河', 2, 'Jhelum', 'دریاۓ جہلم'),
  water('Chenab River', 'دریائے چناب', '杰纳布河', 2, 'Chenab'),
  water('Ravi River', 'دریائے راوی', '拉维河', 2, 'Ravi'),
  water('Sutlej River', 'دریائے ستلج', '萨特莱杰河', 2, 'Sutlej'),
  water('Kabul River', 'دریائے کابل', '喀布尔河', 2, 'Kabul', 'Kabul River دریائے کابل'),
  water('Beas River', 'دریائے بیاس', '比亚斯河', 3, 'Beas'),
  water('Chitral (Kunar) River', 'دریائے چترال', '奇特拉尔河', 3, 'Kunar دریائے چترال', 'Kunar', 'Chitral River'),
  water('Swat River', 'دریائے سوات', '斯瓦特河', 3),
  water('Panjkora River', 'دریائے پنجکوڑہ', null, 4),
  water('Kurram River', 'دریائے کرم', '古勒姆河', 3),
  water('Gomal River', 'دریائے گومل', '古马勒河', 3, 'Gomal', 'Gomal / دریائے گومل', 'Gomal River / دریائے گومل'),
  water('Tochi River', 'دریائے ٹوچی', null, 4),
  water('Zhob River', 'دریائے ژوب', '兹霍布河', 3),
  water('Soan River', 'دریائے سواں', '索安河', 4),
  water('Haro River', 'دریائے ہرو', null, 4),
  water('Gilgit River', 'دریائے گلگت', '吉尔吉特河', 3),
  water('Hunza River', 'دریائے ہنزہ', '罕萨河', 3),
  water('Shigar River', 'دریائے شگر', null, 4),
  water('Shyok River', 'دریائے شیوک', '什约克河', 3),
  water('Khunjerab River', null, null, 4, 'Khunjerāb River'),
  water('Kunhar River', 'دریائے کنہار', null, 4),
  water(
    'Neelum (Kishanganga) River',
    'دریائے نیلم',
    '尼勒姆河',
    3,
    'Neelum River',
    'Kishenganga River',
    'Kishanganga River',
  ),
  water('Poonch River', 'دریائے پونچھ', null, 4),
  water('Hingol River', 'دریائے ہنگول', '兴戈尔河', 3),
  water('Dasht River', 'دریائے دشت', '达什特河', 3),
  water('Kech Kaur', 'کیچ کور', null, 4),
  water('Porali River', 'دریائے پورالی', null, 4, 'Porali'),
  water('Hub River', 'دریائے حب', '胡布河', 4, 'Hub'),
  water('Nari River', 'دریائے ناڑی', null, 4),
  water('Bolan River', 'دریائے بولان', '博兰河', 4),
  water('Mula River', 'دریائے مولا', null, 4),
  water('Rakhshan River', 'دریائے رخشان', null, 4, 'Rakhshan'),
  water('Amu Darya', 'دریائے آمو', '阿姆河', 2, 'Amu  Darya'),
  water('Syr Darya', 'سیر دریا', '锡尔河', 2, 'Syr  Darya'),
  water('Panj', 'دریائے پنج', '喷赤河', 2),
  water('Helmand River', 'دریائے ہلمند', '赫尔曼德河', 2, 'Helmand'),
  water('Harirud', 'ہری رود', '哈里河', 3),
  water('Ganges', 'دریائے گنگا', '恒河', 1),
  water('Yamuna', 'دریائے جمنا', '亚穆纳河', 2),
  water('Tarim', 'دریائے تارم', '塔里木河', 2),
  water('Yarkant River', 'دریائے یارکند', '叶尔羌河', 2, 'Yarkant'),
  water('Narmada', 'دریائے نرمدا', '纳尔默达河', 2),
]

export const LAKES: readonly KnownWater[] = [
  water('Hamun-i-Mashkel', 'ہامون مشخیل', null, 1, 'هامون مشخیل'),
  water('Lake Hamun', 'جھیل ہامون', '哈蒙湖', 1, 'دریاچه هامون'),
  water('Mangla Reservoir', 'منگلا جھیل', '曼格拉水库', 1, 'Mangla Lake'),
  water('Tarbela Reservoir', 'تربیلا جھیل', '塔贝拉水库', 1),
  water('Manchar Lake', 'منچھر جھیل', '曼奇尔湖', 1),
  water('Keenjhar Lake', 'کینجھر جھیل', '金杰尔湖', 1),
  water('Hamal Lake', 'حمل جھیل', null, 2),
  water('Chashma Reservoir', 'چشمہ جھیل', '恰希玛水库', 2),
  water('Hub Reservoir', 'حب ڈیم', '胡布水库', 2, 'Hub Dam'),
  water('Mirani Reservoir', 'میرانی ڈیم', '米拉尼水库', 2),
  water('Attabad Lake', 'عطا آباد جھیل', '阿塔巴德湖', 2, 'Attabad lake'),
  water('Haleji Lake', 'ہالیجی جھیل', null, 3, 'Haleji Dhand'),
  water('Uchhali Lake', 'اچھالی جھیل', null, 3),
]

/** The known water that a name of the sources stands for. */
export function knownWater(list: readonly KnownWater[], name: string | null): KnownWater | undefined {
  const wanted = name?.toLowerCase()
  return list.find((known) => known.spellings.some((spelling) => spelling.toLowerCase() === wanted))
}
