import type { AreaWords } from './area';

export const leisureEducation: AreaWords = {
  label: 'fritid och utbildning',
  topics: [
    'Läxhjälp och fritid i {plats}',
    'Öppen fritidsverksamhet i {plats}',
    'Meningsfull fritid för alla barn i {ort}',
    'Lovaktiviteter och simskola',
    'Studiestöd efter skoltid',
    'Drift av mötesplatsen i {plats}',
    'Kultur och föreningsliv i {ort}',
  ],
  targets: {
    children_youth: {
      short: ['barn och unga', 'barn', 'elever i grundskolan'],
      long: [
        'barn och unga mellan 6 och 16 år som bor i {plats}',
        'elever i årskurs 4–9 som behöver stöd med skolarbetet',
        'unga mellan 13 och 25 år, med särskild uppmärksamhet på flickor och på unga som inte redan är med i en förening',
      ],
    },
    all: {
      short: ['invånarna', 'kommuninvånarna', 'besökare i alla åldrar'],
      long: [
        'invånare i alla åldrar i {ort} med omnejd',
        'alla som vill ta del av ortens kultur- och föreningsliv, från barnfamiljer till pensionärer',
      ],
    },
    adults: {
      short: ['vuxna', 'vuxna studerande'],
      long: ['vuxna mellan 26 och 65 år som vill återuppta sina studier'],
    },
  },
  goals: [
    'ge {mål} tillgång till en meningsfull och avgiftsfri fritid',
    'fler elever når målen i skolan med stöd av läxhjälp',
    'bredda utbudet av kultur- och fritidsaktiviteter för {mål} i {ort}',
    'erbjuda en öppen mötesplats efter skoltid där {mål} kan träffa trygga ledare',
    'väcka intresse för läsning, rörelse och skapande hos {mål}',
    'minska skillnaderna i deltagande mellan olika delar av {ort}',
    'öka simkunnigheten bland barn som inte deltagit i simskola',
    'sänka trösklarna in i föreningslivet',
    'bevara och levandegöra bygdens kulturarv så att det blir tillgängligt för {mål}',
    'ge {mål} inflytande över den verksamhet som bedrivs',
  ],
  activities: [
    'erbjuda läxhjälp tre eftermiddagar i veckan under terminstid',
    'hålla fritidsgården öppen tisdag till lördag',
    'anordna kostnadsfria aktiviteter under höstlov, sportlov, påsklov och sommarlov',
    'utbilda unga ledare från området',
    'erbjuda prova på-tillfällen i samarbete med minst fem lokala föreningar',
    'låna ut sport- och friluftsutrustning utan avgift',
    'ordna föreställningar, utställningar och öppet hus minst fyra gånger per år',
    'svara för daglig tillsyn och skötsel av lokalerna',
    'genomföra intensivkurser i simning under sommarlovet',
  ],
  support: [
    'upplåta lokaler i {plats} utan hyra under verksamhetstid',
    'informera om verksamheten på skolor och bibliotek',
    'erbjuda ledarna plats på {K}s egna utbildningar',
    'svara för yttre underhåll av lokalerna',
    'samordna lovprogrammet så att utbudet kompletterar {K}s egna verksamheter',
  ],
  background: [
    'Den öppna fritidsverksamheten i {plats} lades ned 2019 och barnen i området har sedan dess haft få alternativ.',
    'Skolorna i {plats} redovisar lägre meritvärden än genomsnittet i {ort}.',
    '{C} har bedrivit läxhjälp i {plats} med ideella krafter sedan 2015.',
    'Enligt den senaste enkäten om ungas liv deltar färre än hälften av de unga i {plats} i någon organiserad aktivitet.',
    'Kulturlivet i {ort} bärs till stor del av ideella krafter, och {K} ser ett behov av långsiktiga villkor.',
    'Många familjer har svårt att betala avgifter och utrustning.',
  ],
  indicators: [
    'antal deltagare per termin, uppdelat på kön',
    'antal öppettimmar',
    'andel deltagare som inte tidigare varit med i någon förening',
    'antal lovaktiviteter',
    'antal elever som fått läxhjälp minst fem gånger',
  ],
  secondary: {
    labour_integration:
      'Unga som fyllt 16 år kan få feriejobb som ledare, vilket ger en första erfarenhet av arbetslivet.',
    safety: 'Verksamheten bidrar även till att fler vuxna finns i området på kvällarna.',
  },
  boards: [
    'Kultur- och fritidsnämnden',
    'Fritidsnämnden',
    'Barn- och utbildningsnämnden',
    'Bildningsnämnden',
  ],
};
