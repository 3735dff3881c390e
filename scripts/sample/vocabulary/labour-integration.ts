import type { ThemeWords } from './area';

export const labourIntegration: ThemeWords = {
  associations: [
    ['Hela Människan Ria {bygd}', 'hela-manniskan'],
    ['Röda Korset {bygd}', 'roda-korset'],
    ['Arbetskooperativet {namn} ekonomisk förening', null, 'cooperative'],
    ['Internationella Kvinnoföreningen i {bygd}', 'ikf'],
    ['Erikshjälpen {bygd}', 'erikshjalpen', 'foundation'],
    ['Studieförbundet Vuxenskolan {bygd}', 'sv'],
    ['Föreningen Språkbron {bygd}', null],
  ],
  topics: [
    'Arbetsträning och språk i {ort}',
    'Språkcafé och mötesplats i {plats}',
    'Vägen till arbete',
    'Etablering och delaktighet i {ort}',
    'Arbetsintegrering i second hand och café',
    'Stöd till utrikes födda kvinnor',
  ],
  targets: {
    adults: {
      short: [
        'vuxna som står långt från arbetsmarknaden',
        'arbetssökande',
        'utrikes födda kvinnor',
      ],
      long: [
        'vuxna mellan 26 och 64 år som står långt från arbetsmarknaden',
        'utrikes födda kvinnor i åldern 26–65 år utan egen försörjning',
        'personer i arbetsför ålder som har försörjningsstöd och behov av arbetsträning',
      ],
    },
    all: {
      short: ['nyanlända', 'personer som är nya i Sverige'],
      long: [
        'nyanlända i alla åldrar och invånare som vill lära känna dem',
        'alla invånare i {plats}, med särskild inriktning på familjer som är nya i Sverige',
      ],
    },
    children_youth: {
      short: ['unga som varken arbetar eller studerar', 'unga'],
      long: ['unga mellan 16 och 24 år som varken arbetar eller studerar'],
    },
  },
  goals: [
    'öka anställningsbarheten hos {mål}',
    'underlätta etableringen för {mål} genom språkträning och möten',
    'erbjuda {mål} arbetsträning i en trygg miljö',
    'skapa mötesplatser där människor med olika bakgrund lär känna varandra',
    'ge {mål} kunskap om samhället, om rättigheter och om skyldigheter',
    'förkorta tiden till egen försörjning',
    'stärka svenskan hos {mål} i vardagliga situationer',
    'fler {mål} går vidare till studier eller arbete',
    'bryta isolering och öka delaktigheten i {plats}',
    'ta till vara den erfarenhet och kompetens som {mål} har',
  ],
  activities: [
    'erbjuda minst tolv platser för arbetsträning i butik, café och verkstad',
    'ordna språkcafé två gånger i veckan',
    'ge varje deltagare en egen handledare',
    'upprätta en individuell plan tillsammans med deltagaren',
    'hjälpa till med ansökningar, meritförteckning och kontakter med arbetsgivare',
    'erbjuda praktikplatser inom {C}s egna verksamheter',
    'anordna studiebesök hos arbetsgivare',
    'leda samhällsorienterande samtal på flera språk',
    'erbjuda barnpassning under språkträningen',
  ],
  support: [
    'anvisa deltagare i samråd med {C}',
    'svara för försäkring av deltagare som anvisats av arbetsmarknadsenheten',
    'utse en handläggare som deltar i uppföljningssamtal',
    'informera om verksamheten inom vuxenutbildning och socialtjänst',
    'ställa en lokal i {plats} till förfogande för språkcaféet',
  ],
  background: [
    'Arbetslösheten bland utrikes födda i {ort} är högre än i riket i övrigt.',
    'Under senare år har {ort} tagit emot många nyanlända, och behovet av mötesplatser är fortsatt stort.',
    '{C} driver sedan tidigare second hand och café med stöd av frivilliga och anställda.',
    'Erfarenheten visar att arbetsträning i en liten verksamhet ger den enskilde mod och rutiner.',
    'Parterna har tidigare samverkat inom ett projekt med medel ur Europeiska socialfonden som avslutades {å1}.',
    'Arbetsförmedlingens närvaro på orten har minskat, vilket ställer högre krav på lokala lösningar.',
  ],
  indicators: [
    'antal deltagare som börjat arbeta eller studera',
    'antal platser som tagits i anspråk',
    'antal språkcaféer och besök',
    'genomsnittlig tid i arbetsträning',
    'deltagarnas egen bedömning av sin svenska',
  ],
  secondary: {
    leisure_education: 'Under lov ordnas utflykter och fritidsaktiviteter för deltagarnas barn.',
    basic_needs:
      'Vid akuta behov kan deltagare få kläder och matkasse ur {C}s ordinarie verksamhet.',
  },
  boards: ['Arbetsmarknadsnämnden', 'Socialnämnden', 'Kommunstyrelsen', 'Utbildningsnämnden'],
};
