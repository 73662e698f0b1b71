/** The fonts of the server's own pages, shipped with the atlas: Latin, Urdu in Naskh, Chinese. */
export const PAGE_FONTS = `@font-face{font-family:"Noto Sans";font-weight:400;font-display:swap;src:url("/fonts/noto-sans-latin-400-normal.woff2") format("woff2");unicode-range:U+0000-00FF,U+2000-206F}
@font-face{font-family:"Noto Naskh Arabic";font-weight:400;font-display:swap;src:url("/fonts/noto-naskh-arabic-arabic-400-normal.woff2") format("woff2");unicode-range:U+0600-06FF,U+0750-077F,U+FB50-FDFF,U+FE70-FEFC}
@font-face{font-family:"Noto Sans SC";font-weight:400;font-display:swap;src:url("/fonts/noto-sans-sc-chinese-simplified-400-normal.woff2") format("woff2");unicode-range:U+2E80-2FDF,U+3000-303F,U+3400-4DBF,U+4E00-9FFF,U+FF00-FFEF}
`
