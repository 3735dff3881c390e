import type { ThemeWords } from './area';

const boards = [
  'Kultur- och fritidsnämnden',
  'Fritidsnämnden',
  'Barn- och utbildningsnämnden',
  'Bildningsnämnden',
] as const;

const youth: ThemeWords = {
  associations: [
    ['Rädda Barnens lokalförening i {bygd}', 'radda-barnen'],
    ['{bygd} IF', 'idrottsforening'],
    ['Unga Örnar {bygd}', 'unga-ornar'],
    ['Läxverkstan {namn}', null],
    ['KFUM {bygd}', 'kfum'],
  ],
  topics: [
    'Läxhjälp och fritid i {plats}',
    'Öppen fritidsverksamhet i {plats}',
    'Meningsfull fritid för alla barn i {ort}',
    'Lovaktiviteter och simskola',
    'Studiestöd efter skoltid',
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
  },
  goals: [
    'ge {mål} tillgång till en meningsfull och avgiftsfri fritid',
    'fler elever når målen i skolan med stöd av läxhjälp',
    'bredda utbudet av aktiviteter för {mål} i {ort}',
    'erbjuda en öppen mötesplats efter skoltid där {mål} kan träffa trygga ledare',
    'väcka intresse för läsning, rörelse och skapande hos {mål}',
    'minska skillnaderna i deltagande mellan olika delar av {ort}',
    'öka simkunnigheten bland barn som inte deltagit i simskola',
    'sänka trösklarna in i föreningslivet',
    'ge {mål} inflytande över den verksamhet som bedrivs',
  ],
  activities: [
    'erbjuda läxhjälp tre eftermiddagar i veckan under terminstid',
    'hålla fritidsgården öppen tisdag till lördag',
    'anordna kostnadsfria aktiviteter under höstlov, sportlov, påsklov och sommarlov',
    'utbilda unga ledare från området',
    'erbjuda prova på-tillfällen i samarbete med minst fem lokala föreningar',
    'låna ut sport- och friluftsutrustning utan avgift',
    'genomföra intensivkurser i simning under sommarlovet',
  ],
  support: [
    'upplåta lokaler i {plats} utan hyra under verksamhetstid',
    'informera om verksamheten på skolor och bibliotek',
    'erbjuda ledarna plats på {K}s egna utbildningar',
    'samordna lovprogrammet så att utbudet kompletterar {K}s egna verksamheter',
  ],
  background: [
    'Den öppna fritidsverksamheten i {plats} lades ned {å2} och barnen i området har sedan dess haft få alternativ.',
    'Skolorna i {plats} redovisar lägre meritvärden än genomsnittet i {ort}.',
    '{C} har bedrivit läxhjälp i {plats} med ideella krafter sedan {å3}.',
    'Enligt den senaste enkäten om ungas liv deltar färre än hälften av de unga i {plats} i någon organiserad aktivitet.',
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
  boards,
};

const culture: ThemeWords = {
  associations: [
    ['{bygd}s hembygdsförening', 'hembygd'],
    ['Stiftelsen Kulturmagasinet {namn}', null, 'foundation'],
    ['{bygd} IF', 'idrottsforening'],
    ['Folkets Hus-föreningen i {bygd}', null],
  ],
  topics: [
    'Drift av mötesplatsen i {plats}',
    'Kultur och föreningsliv i {ort}',
    'Samlingslokal och bygdeliv',
  ],
  targets: {
    all: {
      short: ['invånarna', 'besökare i alla åldrar'],
      long: [
        'invånare i alla åldrar i {ort} med omnejd',
        'alla som vill ta del av ortens kultur- och föreningsliv, från barnfamiljer till pensionärer',
      ],
    },
  },
  goals: [
    'bredda utbudet av kultur- och fritidsaktiviteter för {mål} i {ort}',
    'bevara och levandegöra bygdens kulturarv',
    'hålla en mötesplats öppen för {mål}',
    'sänka trösklarna in i föreningslivet',
    'ge {mål} inflytande över den verksamhet som bedrivs',
    'ge långsiktiga villkor för det ideella kulturlivet',
  ],
  activities: [
    'svara för daglig tillsyn och skötsel av lokalerna',
    'ordna föreställningar, utställningar och öppet hus minst fyra gånger per år',
    'hålla lokalen öppen för andra föreningar till självkostnadspris',
    'ta emot skolklasser utan avgift',
    'ordna midsommarfirande och julmarknad',
    'vårda och visa samlingarna',
  ],
  support: [
    'upplåta lokaler i {plats} utan hyra',
    'svara för yttre underhåll av byggnaden',
    'informera om programmet i {K}s evenemangskalender',
    'ge råd i antikvariska frågor',
  ],
  background: [
    'Kulturlivet i {ort} bärs till stor del av ideella krafter, och {K} ser ett behov av långsiktiga villkor.',
    '{C} har skött anläggningen med ideella krafter sedan {å6}.',
    'Samlingslokalen är den enda i sitt slag i den delen av {ort}.',
    'Besökarna har blivit fler för varje år sedan {å3}.',
  ],
  indicators: [
    'antal besökare per år',
    'antal programpunkter',
    'antal föreningar som använt lokalen',
    'antal öppettimmar',
  ],
  secondary: {
    labour_integration: 'Föreningen tar emot praktikanter i mån av plats.',
    health_rehabilitation: 'Programmet innehåller även träffar för dem som känner sig ensamma.',
  },
  boards: ['Kultur- och fritidsnämnden', 'Fritidsnämnden'],
};

export const leisureEducation: readonly ThemeWords[] = [youth, culture];
