/** The style sheet of the pages. Logical properties only, so that Urdu mirrors by itself; contrast of text at least 4.5. */
import { PAGE_FONTS } from '../../http/page-fonts.ts'

export const OGC_STYLE = `${PAGE_FONTS}:root{color-scheme:light dark;--ink:#1c2430;--quiet:#525c69;--line:#dfe0da;--accent:#0b6e6e;--paper:#fdfdfb;--sea:#cfdfe7;--land:#f4f1ea;--edge:#8b7f96;--mark:#b4300f}
@media (prefers-color-scheme:dark){:root{--ink:#e4e9ef;--quiet:#a4afbc;--line:#323b47;--accent:#4cc9c0;--paper:#12181f;--sea:#0e151e;--land:#1a212b;--edge:#8a82a0;--mark:#ff9a66}}
*{box-sizing:border-box}
body{margin:0 auto;max-inline-size:64rem;padding:1rem 1.25rem 3rem;font:16px/1.6 "Noto Sans","Noto Naskh Arabic","Noto Sans SC",system-ui,sans-serif;color:var(--ink);background:var(--paper)}
[lang=ur]{line-height:1.9}
a{color:var(--accent);text-underline-offset:2px}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
header{display:flex;flex-wrap:wrap;gap:.5rem 2rem;justify-content:space-between;border-block-end:1px solid var(--line);padding-block-end:.5rem}
.trail,.languages{display:flex;flex-wrap:wrap;gap:0 .75rem;list-style:none;margin:0;padding:0}
.trail a,.languages a{display:inline-block;padding-block:.35rem}
.trail li+li::before{content:"/";color:var(--quiet);margin-inline-end:.75rem}
.languages [aria-current]{font-weight:700;color:var(--ink)}
.skip{position:absolute;inset-inline-start:-99rem}.skip:focus{inset-inline-start:1rem;background:var(--paper);padding:.5rem}
h1{font-size:1.7rem;line-height:1.3;margin:1.25rem 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
[lang=ur] h1{line-height:1.8}
dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.25rem 1.25rem;margin:1rem 0}
dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere;min-inline-size:0}
dd ul{margin:0;padding-inline-start:1.1rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;inline-size:100%;font-size:.93rem}
th,td{text-align:start;padding:.4rem .9rem .4rem 0;border-block-end:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
[dir=rtl] th,[dir=rtl] td{padding:.4rem 0 .4rem .9rem}
th{color:var(--quiet);font-weight:600}.number{font-variant-numeric:tabular-nums}
code{font:.9em ui-monospace,monospace;overflow-wrap:anywhere}
.null{color:var(--quiet);font-style:italic}
.hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
figure{margin:1.25rem 0}figcaption{color:var(--quiet);font-size:.85rem}
.map{display:block;inline-size:100%;max-block-size:26rem;background:var(--sea);border-radius:8px}
.map .land{fill:var(--land);stroke:var(--edge);stroke-width:1;vector-effect:non-scaling-stroke}
.map .disputed{stroke-dasharray:3 3}
.map .line{fill:none;stroke:var(--mark);stroke-width:1.5;vector-effect:non-scaling-stroke}
.map .area{fill:var(--mark);fill-opacity:.2;stroke:var(--mark);stroke-width:1;vector-effect:non-scaling-stroke}
.map .point{stroke:var(--mark);stroke-width:7;stroke-linecap:round;vector-effect:non-scaling-stroke}
footer{border-block-start:1px solid var(--line);margin-block-start:3rem;padding-block-start:.75rem;color:var(--quiet)}
@media (max-width:36rem){dl{grid-template-columns:1fr}dd{margin-block-end:.5rem}}
`
