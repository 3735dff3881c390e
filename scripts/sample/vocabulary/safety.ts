import type { ThemeWords } from './area';

export const safety: ThemeWords = {
  associations: [
    ['Nattvandrarna i {bygd}', 'nattvandring'],
    ['{bygd} IF', 'idrottsforening'],
    ['Föreningen Trygga Vuxna i {bygd}', null],
    ['Stiftelsen {namn}', null, 'foundation'],
  ],
  topics: [
    'Trygga kvällar i {plats}',
    'Nattvandring i {ort}',
    'Trygghetsvandringar och vuxennärvaro',
    'Tillsammans för ett tryggare {plats}',
    'Trygghetsvärdar i {ort}',
  ],
  targets: {
    children_youth: {
      short: ['barn och unga', 'ungdomar', 'unga upp till 20 år'],
      long: [
        'barn och unga mellan 12 och 20 år som vistas utomhus kvällar och nätter i {plats}',
        'ungdomar upp till 25 år som rör sig i {plats} under helger och lov',
        'barn och unga i årskurs 6 till och med gymnasiet samt deras vårdnadshavare',
      ],
    },
    all: {
      short: ['invånarna', 'boende och besökare', 'alla som bor i området'],
      long: [
        'alla som bor, arbetar och vistas i {plats}, oavsett ålder',
        'samtliga invånare i {ort}, med särskild tonvikt på dem som bor nära {plats}',
        'boende i alla åldrar, lokala näringsidkare och besökare i {plats}',
      ],
    },
  },
  goals: [
    'öka tryggheten för {mål} under kvällar och nätter i {plats}',
    'fler trygga vuxna finns på plats där {mål} samlas',
    'skapa en lugn och välkomnande miljö på torg, vid hållplatser och i parker',
    'göra det lättare för {mål} att få kontakt med en vuxen när något känns fel',
    'minska oron för att vistas utomhus efter mörkrets inbrott',
    'stärka den sociala kontrollen i {plats} genom regelbunden närvaro',
    'ta vara på de boendes egen kunskap om var otrygga platser finns',
    'bygga tillit mellan {mål} och de verksamheter som finns i området',
    'återta platser som i dag upplevs som otrygga',
    '{plats} blir en plats där {mål} vill och vågar vara',
  ],
  activities: [
    'genomföra nattvandringar minst två kvällar i veckan, med fler tillfällen vid skolavslutning, Valborg och lov',
    'rekrytera, utbilda och handleda frivilliga nattvandrare',
    'arrangera öppen nattfotboll på lördagskvällar',
    'hålla i två trygghetsvandringar varje år tillsammans med boende',
    'föra enkla noteringar om iakttagelser och lämna dem till områdets samordnare',
    'bemanna en mötesplats i {plats} under tid då andra verksamheter har stängt',
    'svara för västar, telefoner och utrustning till dem som vandrar',
    'delta i den lokala trygghetsgruppens möten',
  ],
  support: [
    'utse en kontaktperson med ansvar för trygghetsfrågor',
    'dela den lokala lägesbilden med {C} inför varje termin',
    'upplåta en värmestuga i {plats} utan kostnad',
    'svara för belysning, röjning och annan skötsel på platser som pekas ut vid vandringarna',
    'informera skolor och fritidsgårdar om var och när vandringarna sker',
  ],
  background: [
    'Den senaste trygghetsmätningen visar att var tredje boende i {plats} undviker att gå ut ensam efter klockan 21.',
    'Under flera år har frivilliga vandrat i {plats} utan fast stöd, och behovet av en mer hållbar form har vuxit.',
    'I {ort} finns en lång tradition av frivillig vuxennärvaro som {K} vill ta vara på.',
    'Boende, skolor och butiker i {plats} har vid dialogmöten efterfrågat fler vuxna ute på kvällarna.',
    'Föräldrar har påtalat att platserna kring busstorget upplevs som otrygga under helgkvällar.',
    'Parterna har sedan {å2} prövat gemensamma insatser i mindre skala med goda erfarenheter.',
  ],
  indicators: [
    'antal genomförda vandringar',
    'antal frivilliga som deltagit',
    'upplevd trygghet enligt den årliga mätningen',
    'antal ungdomar som besökt nattfotbollen',
    'antal platser som åtgärdats efter trygghetsvandringar',
  ],
  secondary: {
    leisure_education:
      'I anslutning till vandringarna erbjuds enklare fritidsaktiviteter under skolloven.',
    crime_victims_prevention:
      'Iakttagelser som rör brott förmedlas till polisens kommunpolis enligt gällande rutin.',
  },
  boards: ['Kommunstyrelsen', 'Socialnämnden', 'Kultur- och fritidsnämnden'],
};
