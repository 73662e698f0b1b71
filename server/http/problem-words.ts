/**
 * Problems in the reader's language, by Accept-Language (RFC 9457, section 3.1: title and detail may be localised). The
 * code stays the same in every language. The particulars of a refusal are written once, in English; in Urdu and Chinese they
 * follow the sentence of the code, set apart so that their direction holds.
 */
import type { ProblemCode } from '#geodata/contract/problem.ts'
import { Language } from '#geodata/contract/provenance.ts'

type Titles = Readonly<Record<ProblemCode, string>>

const TITLES: Readonly<Record<Language, Titles>> = {
  en: {
    'invalid-request': 'The request does not say what it should',
    'unknown-parameter': 'The request holds a parameter that is not known here',
    'not-found': 'There is nothing at this address',
    'no-route': 'No way leads from one place to the other',
    'method-not-allowed': 'This method is not allowed here',
    'not-acceptable': 'The answer cannot be given in the form asked for',
    'payload-too-large': 'The request carries too much',
    'uri-too-long': 'The address is too long',
    'too-many-requests': 'Too many requests',
    'internal-error': 'The server failed',
    'not-ready': 'The server is not ready',
    'query-too-long': 'The question took too long',
  },
  ur: {
    'invalid-request': 'درخواست وہ نہیں کہتی جو اسے کہنا چاہیے',
    'unknown-parameter': 'درخواست میں ایسا پیرامیٹر ہے جو یہاں معلوم نہیں',
    'not-found': 'اس پتے پر کچھ نہیں',
    'no-route': 'ایک جگہ سے دوسری جگہ کوئی راستہ نہیں',
    'method-not-allowed': 'یہ طریقہ یہاں اجازت یافتہ نہیں',
    'not-acceptable': 'جواب اس شکل میں نہیں دیا جا سکتا جو مانگی گئی',
    'payload-too-large': 'درخواست میں بہت زیادہ مواد ہے',
    'uri-too-long': 'پتہ بہت لمبا ہے',
    'too-many-requests': 'بہت زیادہ درخواستیں',
    'internal-error': 'سرور پر خرابی ہوئی',
    'not-ready': 'سرور تیار نہیں',
    'query-too-long': 'سوال نے بہت وقت لیا',
  },
  zh: {
    'invalid-request': '请求内容不符合要求',
    'unknown-parameter': '请求含有此处未知的参数',
    'not-found': '此地址没有内容',
    'no-route': '两地之间没有通路',
    'method-not-allowed': '此处不允许该方法',
    'not-acceptable': '无法以所要求的形式作答',
    'payload-too-large': '请求内容过大',
    'uri-too-long': '地址过长',
    'too-many-requests': '请求过多',
    'internal-error': '服务器出错',
    'not-ready': '服务器尚未就绪',
    'query-too-long': '查询耗时过长',
  },
}

/** First strong isolate and its end: what is between keeps its own direction. */
const ISOLATED = ['\u2068', '\u2069'] as const
const STOP: Readonly<Record<Language, string>> = { en: '.', ur: '۔', zh: '。' }
const MOST_TAGS = 20

export function problemTitle(code: ProblemCode, language: Language): string {
  return TITLES[language][code]
}

/** `particulars`: what went wrong and how to mend it, in English. */
export function problemDetail(code: ProblemCode, particulars: string, language: Language): string {
  if (language === 'en') return particulars
  return `${TITLES[language][code]}${STOP[language]} ${ISOLATED[0]}${particulars}${ISOLATED[1]}`
}

/** The first of our languages in an Accept-Language header (RFC 9110, 12.5.4), by its weights; English where there is none. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',', MOST_TAGS)
    .map((part, index) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
      const weight = /^\s*q=(\d(?:\.\d{0,3})?)\s*$/.exec(rest.join(';'))?.[1]
      return { tag: tag.slice(0, 2), weight: weight === undefined ? 1 : Number(weight), index }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
  for (const { tag } of wanted) {
    const known = Language.safeParse(tag)
    if (known.success) return known.data
  }
  return 'en'
}
