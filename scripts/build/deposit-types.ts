/** The compilers' words for deposit types, put into the classes of the contract. Every text of the table stands here. */
import type { DepositType } from '#geodata/contract/deposit.ts'

const TEXTS: Record<DepositType, readonly string[]> = {
  porphyry: ['porphyry Cu-Au', 'porphyry Cu, supergene', 'porphyry Cu'],
  'volcanogenic-massive-sulphide': [
    'volcanogenic massive sulphide',
    'ophiolite-hosted massive sulphide',
    'volcanic-exhalative, Bela ophiolite',
  ],
  'sediment-hosted': ['sediment-hosted Zn-Pb (CD/SEDEX)', 'sediment-hosted', 'sediment-hosted Zn-Pb'],
  'carbonate-hosted': ['carbonate-hosted Pb-Zn', 'carbonate-hosted'],
  'vein-hydrothermal': [
    'vein/replacement',
    'hydrothermal stibnite veins',
    'hydrothermal stibnite',
    'hydrothermal polymetallic',
    'stibnite-quartz veins in Khojak shale',
    'volcanic-hosted',
    'hydrothermal veins in limestone',
    'vein in Chiltan Limestone',
    'vein',
    'schist-granite contact pyrite',
    'schist-hosted emerald',
  ],
  'skarn-replacement': [
    'skarn/metamorphosed Zn-Pb',
    'scheelite skarn',
    'skarn magnetite',
    'replacement hematite',
    'replacement in dolomite',
  ],
  'podiform-chromite': ['podiform chromite, ophiolite', 'podiform chromite', 'podiform chromite, Bela ophiolite'],
  'ophiolite-hosted': ['ophiolite-hosted sulphide', 'ultramafic-hosted'],
  'ultramafic-magmatic': ['ultramafic complex', 'magmatic/volcanogenic magnetite', 'magnetite', 'magnetite with Cu-Au'],
  'sedimentary-ironstone': ['sedimentary ironstone', 'sedimentary chamosite-siderite'],
  phosphorite: ['Cambrian marine phosphorite', 'marine phosphorite'],
  'evaporite-brine': ['Ediacaran-Cambrian evaporite', 'evaporite', 'brine', 'playa brine'],
  'coal-seam': [
    'sedimentary lignite, Bara Formation',
    'Sindh Tertiary lignite',
    'Tertiary coal, Ghazij/Toghi',
    'Tertiary coal, Patala/Hangu',
  ],
  'laterite-residual': ['sedimentary/lateritic', 'lateritic/sedimentary', 'residual kaolin', 'residual', 'laterite'],
  placer: ['placer', 'beach placer'],
  pegmatite: ['pegmatite', 'pegmatite/vein emerald', 'LCT pegmatite'],
  'alkaline-carbonatite': ['carbonatite', 'alkaline complex', 'alkaline granite'],
  'sandstone-uranium': [
    'sandstone uranium, Siwaliks',
    'sandstone uranium',
    'sandstone uranium, in-situ leach',
    'sandstone uranium, Manchar Formation',
  ],
  metamorphic: [
    'metamorphosed Zn-Pb',
    'marble-hosted',
    'metamorphosed carbonate',
    'metamorphic',
    'Precambrian shield magnetite-hematite under cover',
  ],
  travertine: ['travertine'],
  fumarolic: ['volcanic fumarolic'],
  'sedimentary-other': ['sedimentary'],
  unspecified: ['gold-bearing bedrock anomaly', 'igneous dimension stone'],
}

const classOf = new Map(
  (Object.entries(TEXTS) as [DepositType, readonly string[]][]).flatMap(([type, texts]) =>
    texts.map((text) => [text, type] as const),
  ),
)

/** The class of a text; a text that the table does not know throws, so that a new one is placed by hand. */
export function depositTypeOf(text: string): DepositType {
  const type = classOf.get(text)
  if (!type) throw new Error(`deposit type "${text}" has no class: add it to scripts/build/deposit-types.ts`)
  return type
}
