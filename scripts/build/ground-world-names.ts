/** Country and region names of the neighbourhood in Urdu and Chinese, with hand-placed label points. */
import type { Position } from '#geodata/contract/geo.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'

const name = (en: string, ur: string | null, zh: string | null): LocalName => ({ en, ur, zh })

interface LabelledCountry {
  name: LocalName
  /** Where the label stands, by hand. */
  label: Position
  /** 1 (seen first) to 7. */
  rank: number
}

/** By name in the atlas. */
export const COUNTRIES: Readonly<Record<string, LabelledCountry>> = {
  Pakistan: { name: name('Pakistan', 'پاکستان', '巴基斯坦'), label: [69.4, 29.9], rank: 1 },
  Afghanistan: { name: name('Afghanistan', 'افغانستان', '阿富汗'), label: [65.6, 33.6], rank: 1 },
  Iran: { name: name('Iran', 'ایران', '伊朗'), label: [54.4, 32.6], rank: 1 },
  India: { name: name('India', 'بھارت', '印度'), label: [78.6, 23.4], rank: 1 },
  China: { name: name('China', 'چین', '中国'), label: [101.5, 35.2], rank: 1 },
  Tajikistan: { name: name('Tajikistan', 'تاجکستان', '塔吉克斯坦'), label: [70.9, 38.8], rank: 2 },
  Turkmenistan: { name: name('Turkmenistan', 'ترکمانستان', '土库曼斯坦'), label: [59.3, 39.2], rank: 2 },
  Uzbekistan: { name: name('Uzbekistan', 'ازبکستان', '乌兹别克斯坦'), label: [63.9, 41.6], rank: 2 },
  Kyrgyzstan: { name: name('Kyrgyzstan', 'کرغیزستان', '吉尔吉斯斯坦'), label: [74.6, 41.5], rank: 2 },
  Kazakhstan: { name: name('Kazakhstan', 'قازقستان', '哈萨克斯坦'), label: [67.3, 48.2], rank: 1 },
  Nepal: { name: name('Nepal', 'نیپال', '尼泊尔'), label: [83.9, 28.3], rank: 2 },
  Bhutan: { name: name('Bhutan', 'بھوٹان', '不丹'), label: [90.4, 27.4], rank: 3 },
  Bangladesh: { name: name('Bangladesh', 'بنگلہ دیش', '孟加拉国'), label: [89.7, 24.2], rank: 2 },
  'Sri Lanka': { name: name('Sri Lanka', 'سری لنکا', '斯里兰卡'), label: [80.7, 7.6], rank: 2 },
  Myanmar: { name: name('Myanmar', 'میانمار', '缅甸'), label: [96.0, 21.4], rank: 1 },
  Oman: { name: name('Oman', 'عمان', '阿曼'), label: [57.2, 21.4], rank: 2 },
  'United Arab Emirates': {
    name: name('United Arab Emirates', 'متحدہ عرب امارات', '阿联酋'),
    label: [54.3, 23.6],
    rank: 2,
  },
  'Saudi Arabia': { name: name('Saudi Arabia', 'سعودی عرب', '沙特阿拉伯'), label: [45.0, 24.3], rank: 1 },
  Qatar: { name: name('Qatar', 'قطر', '卡塔尔'), label: [51.2, 25.3], rank: 3 },
  Bahrain: { name: name('Bahrain', 'بحرین', '巴林'), label: [50.55, 26.05], rank: 4 },
  Kuwait: { name: name('Kuwait', 'کویت', '科威特'), label: [47.7, 29.3], rank: 3 },
  Iraq: { name: name('Iraq', 'عراق', '伊拉克'), label: [43.5, 33.1], rank: 2 },
  Yemen: { name: name('Yemen', 'یمن', '也门'), label: [47.6, 15.9], rank: 2 },
  Turkey: { name: name('Türkiye', 'ترکیہ', '土耳其'), label: [35.2, 39.1], rank: 1 },
  Azerbaijan: { name: name('Azerbaijan', 'آذربائیجان', '阿塞拜疆'), label: [47.6, 40.4], rank: 2 },
  Armenia: { name: name('Armenia', 'آرمینیا', '亚美尼亚'), label: [44.9, 40.3], rank: 3 },
  Georgia: { name: name('Georgia', 'جارجیا', '格鲁吉亚'), label: [43.5, 42.1], rank: 3 },
  Russia: { name: name('Russia', 'روس', '俄罗斯'), label: [93.0, 62.0], rank: 1 },
  Mongolia: { name: name('Mongolia', 'منگولیا', '蒙古'), label: [103.2, 46.9], rank: 1 },
  Maldives: { name: name('Maldives', 'مالدیپ', '马尔代夫'), label: [73.2, 3.6], rank: 3 },
  Thailand: { name: name('Thailand', 'تھائی لینڈ', '泰国'), label: [101.2, 15.6], rank: 2 },
  Vietnam: { name: name('Vietnam', 'ویت نام', '越南'), label: [107.8, 14.4], rank: 2 },
  Laos: { name: name('Laos', 'لاؤس', '老挝'), label: [103.3, 18.9], rank: 2 },
  Malaysia: { name: name('Malaysia', 'ملائیشیا', '马来西亚'), label: [102.3, 4.1], rank: 2 },
  Indonesia: { name: name('Indonesia', 'انڈونیشیا', '印度尼西亚'), label: [113.5, -1.0], rank: 1 },
  Singapore: { name: name('Singapore', 'سنگاپور', '新加坡'), label: [103.82, 1.35], rank: 4 },
  Japan: { name: name('Japan', 'جاپان', '日本'), label: [138.3, 36.6], rank: 1 },
  'South Korea': { name: name('South Korea', 'جنوبی کوریا', '韩国'), label: [127.9, 36.4], rank: 2 },
  'North Korea': { name: name('North Korea', 'شمالی کوریا', '朝鲜'), label: [126.8, 40.1], rank: 2 },
}

/** Label points of provinces by English name, and the rank at which they appear. */
export const PROVINCE_LABELS: Readonly<Record<string, { label: Position; rank: number }>> = {
  Balochistan: { label: [65.4, 28.2], rank: 3 },
  Sindh: { label: [68.9, 26.2], rank: 3 },
  Punjab: { label: [72.3, 30.6], rank: 3 },
  'Khyber Pakhtunkhwa': { label: [71.4, 33.9], rank: 3 },
  'Gilgit-Baltistan': { label: [75.0, 35.9], rank: 3 },
  'Azad Jammu & Kashmir': { label: [73.9, 33.7], rank: 5 },
}

/** Regions and seas by the name that Natural Earth gives, with the form to print. */
export const REGIONS: Readonly<Record<string, LocalName>> = {
  'Central Bruhui Range': name('Central Brahui Range', 'وسطی براہوی سلسلہ', '中布拉灰山脉'),
  'Arvalli Ra.': name('Aravalli Range', 'سلسلہ اراولی', '阿拉瓦利岭'),
  'Sulaiman Ra.': name('Sulaiman Range', 'کوہ سلیمان', '苏莱曼山脉'),
  'Central Makran': name('Central Makran Range', 'وسطی مکران سلسلہ', '中莫克兰山脉'),
  'Kirthar Ra.': name('Kirthar Range', 'کوہ کیرتھر', '吉尔特尔山脉'),
  'Kopet Dag Mts .': name('Kopet Dag', 'کوپت داغ', '科佩特山脉'),
  'Paropamisus Ra.': name('Paropamisus Range', 'سلسلہ کوہ سفید', '帕罗帕米苏斯山脉'),
  'Al Hajar Mts.': name('Al Hajar Mountains', 'جبال حجر', '哈杰尔山脉'),
  'Musandam Peninsula': name('Musandam Peninsula', 'جزیرہ نما مسندم', '穆桑代姆半岛'),
  'Chota Nägpur Plateau': name('Chota Nagpur Plateau', 'سطح مرتفع چھوٹا ناگپور', '焦达讷格布尔高原'),
  'Wahiba Sands': name('Wahiba Sands', null, '瓦希拜沙漠'),
  Rigestan: name('Registan Desert', 'صحرائے ریگستان', '雷吉斯坦沙漠'),
  'Margo Desert': name('Dasht-e Margo', 'دشت مرگو', '马尔戈沙漠'),
  'Kavir Desert': name('Dasht-e Kavir', 'دشت کویر', '卡维尔盐漠'),
  'Vale of Kashmir': name('Vale of Kashmir', 'وادی کشمیر', '克什米尔谷地'),
  'Indus Delta': name('Indus Delta', 'سندھ ڈیلٹا', '印度河三角洲'),
  'Satpura Range': name('Satpura Range', 'سلسلہ ست پڑا', '萨特普拉山脉'),
  'Salt Ra.': name('Salt Range', 'کوہستان نمک', '盐岭'),
  'KUH RUD MOUNTAINS': name('Kuhrud Mountains', 'کوہ رود', '库赫鲁德山脉'),
  'TAKLIMAKAN DESERT': name('Taklamakan Desert', 'صحرائے تکلا مکان', '塔克拉玛干沙漠'),
  'LUT DESERT': name('Dasht-e Lut', 'دشت لوط', '卢特沙漠'),
  'Kathiawar Pen.': name('Kathiawar Peninsula', 'جزیرہ نما کاٹھیاواڑ', '卡提阿瓦半岛'),
  'WESTERN GHATS': name('Western Ghats', 'مغربی گھاٹ', '西高止山脉'),
  'EASTERN GHATS': name('Eastern Ghats', 'مشرقی گھاٹ', '东高止山脉'),
  'Vindhya Range': name('Vindhya Range', 'سلسلہ وندھیا', '温迪亚山脉'),
  'THAR DESERT': name('Thar Desert', 'صحرائے تھر', '塔尔沙漠'),
  'TARIM BASIN': name('Tarim Basin', 'طاس تارم', '塔里木盆地'),
  'ZAGROS MOUNTAINS': name('Zagros Mountains', 'کوہ زاگرس', '扎格罗斯山脉'),
  'Siwalik Hills': name('Siwalik Hills', 'شوالک پہاڑیاں', '西瓦利克山'),
  PAMIRS: name('Pamirs', 'پامیر', '帕米尔高原'),
  'HINDU KUSH': name('Hindu Kush', 'ہندوکش', '兴都库什山脉'),
  'KARAKORAM RA.': name('Karakoram', 'قراقرم', '喀喇昆仑山脉'),
  'KUNLUN MOUNTAINS': name('Kunlun Mountains', 'کوہ کنلون', '昆仑山脉'),
  'TURAN LOWLAND': name('Turan Lowland', 'توران کا نشیبی علاقہ', '图兰低地'),
  'GANGES PLAIN': name('Ganges Plain', 'گنگا کا میدان', '恒河平原'),
  'DECCAN PLATEAU': name('Deccan Plateau', 'سطح مرتفع دکن', '德干高原'),
  'Fergana Valley': name('Fergana Valley', 'وادی فرغانہ', '费尔干纳盆地'),
  'RUB’ AL KHALI': name('Rub’ al Khali', 'ربع الخالی', '鲁卜哈利沙漠'),
  'TIAN SHAN': name('Tian Shan', 'تیان شان', '天山山脉'),
  HIMALAYAS: name('Himalaya', 'ہمالیہ', '喜马拉雅山脉'),
  'ARABIAN PENINSULA': name('Arabian Peninsula', 'جزیرہ نما عرب', '阿拉伯半岛'),
  'PLATEAU OF TIBET': name('Plateau of Tibet', 'سطح مرتفع تبت', '青藏高原'),
  'Arabian Sea': name('Arabian Sea', 'بحیرہ عرب', '阿拉伯海'),
  'Persian Gulf': name('Persian Gulf', 'خلیج فارس', '波斯湾'),
  'Gulf of Oman': name('Gulf of Oman', 'خلیج عمان', '阿曼湾'),
  'Gulf of Kutch': name('Gulf of Kutch', 'خلیج کچھ', '卡奇湾'),
  'Gulf of Khambhät': name('Gulf of Khambhat', 'خلیج کھمبھات', '坎贝湾'),
  'Gulf of Masira': name('Gulf of Masirah', 'خلیج مصیرہ', '马西拉湾'),
}
