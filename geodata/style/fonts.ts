/**
 * The fonts of the map's labels: one stack, one file a script, no glyph server. Labels in Urdu use Noto Sans Arabic, since
 * Nastaliq's slanting lines do not fit map labels. `/fonts/<file>` is served from the package of the same row.
 */
import type { FontFacesSpecification } from '@maplibre/maplibre-gl-style-spec'

export interface FontFile {
  file: string
  /** npm package that holds it, in its folder `files`. */
  package: string
}

const latin = ['U+0000-00FF', 'U+0131', 'U+0152-0153', 'U+02BB-02DC', 'U+2000-206F', 'U+20AC', 'U+2122', 'U+2191-2193']
const latinExtended = ['U+0100-02BA', 'U+1D00-1DBF', 'U+1E00-1E9F', 'U+1EF2-1EFF']
const arabic = ['U+0600-06FF', 'U+0750-077F', 'U+0870-08FF', 'U+200B-200F', 'U+FB50-FDFF', 'U+FE70-FEFC']
const chinese = ['U+2E80-2FDF', 'U+3000-303F', 'U+3400-4DBF', 'U+4E00-9FFF', 'U+F900-FAFF', 'U+FF00-FFEF']

const face = (folder: string, file: string, ranges: string[]) => ({ package: `@fontsource/${folder}`, file, ranges })

const FACES = {
  Regular: [
    face('noto-sans', 'noto-sans-latin-400-normal.woff2', latin),
    face('noto-sans', 'noto-sans-latin-ext-400-normal.woff2', latinExtended),
    face('noto-sans-arabic', 'noto-sans-arabic-arabic-400-normal.woff2', arabic),
    face('noto-sans-sc', 'noto-sans-sc-chinese-simplified-400-normal.woff2', chinese),
  ],
  Bold: [
    face('noto-sans', 'noto-sans-latin-600-normal.woff2', latin),
    face('noto-sans', 'noto-sans-latin-ext-600-normal.woff2', latinExtended),
    face('noto-sans-arabic', 'noto-sans-arabic-arabic-600-normal.woff2', arabic),
    face('noto-sans-sc', 'noto-sans-sc-chinese-simplified-400-normal.woff2', chinese),
  ],
}

export const REGULAR = ['Regular']
export const BOLD = ['Bold']

/** Every file that `/fonts/` must serve for the map. */
export const FONT_FILES: readonly FontFile[] = [
  ...new Map(
    [...FACES.Regular, ...FACES.Bold].map(({ file, package: from }) => [file, { file, package: from }]),
  ).values(),
]

export function fontFaces(baseUrl: string): FontFacesSpecification {
  return Object.fromEntries(
    Object.entries(FACES).map(([name, faces]) => [
      name,
      faces.map(({ file, ranges }) => ({ url: `${baseUrl}/fonts/${file}`, 'unicode-range': ranges })),
    ]),
  )
}
