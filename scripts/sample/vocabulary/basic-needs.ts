import type { ThemeWords } from './area';

export const basicNeeds: ThemeWords = {
  associations: [
    ['{bygd}s Stadsmission', 'stadsmissionen', 'foundation'],
    ['Frälsningsarmén {bygd}', 'fralsningsarmen', 'congregation'],
    ['Hela Människan {bygd}', 'hela-manniskan'],
    ['Räddningsmissionen {bygd}', 'raddningsmissionen'],
    ['{bygd}s församling', null, 'congregation'],
  ],
  topics: [
    'Akutboende och härbärge i {ort}',
    'Dagcentral för hemlösa',
    'Mat, värme och vila i {ort}',
    'Stöd till människor i hemlöshet',
    'Matkassar till hushåll i akut nöd',
    'Vinternatt: tak över huvudet',
  ],
  targets: {
    adults: {
      short: ['människor i hemlöshet', 'vuxna i akut utsatthet'],
      long: [
        'vuxna kvinnor och män över 25 år som saknar bostad eller lever i akut hemlöshet',
        'hemlösa vuxna med missbruk eller samsjuklighet som vistas i {ort}',
      ],
    },
    all: {
      short: [
        'människor som saknar det nödvändigaste',
        'socialt utsatta personer',
        'familjer och ensamstående i nöd',
      ],
      long: [
        'alla som befinner sig i akut ekonomisk eller social nöd, barnfamiljer såväl som ensamstående',
        'socialt utsatta människor i alla åldrar, medborgare i andra länder inräknade',
        'människor på flykt och andra som saknar det nödvändigaste, utan åldersgräns',
      ],
    },
  },
  goals: [
    'lindra akut nöd hos {mål}',
    'ge {mål} tillgång till mat, dusch, tvätt och vila',
    'ingen ska behöva sova utomhus under den kalla årstiden',
    'erbjuda {mål} tillfälligt tak över huvudet',
    'vara en första kontakt som kan leda vidare till varaktig hjälp',
    'minska hemlösheten i {ort}',
    'möta {mål} med respekt och värdighet',
    'ge råd och stöd i kontakten med myndigheter och vård',
    'dela ut mat och kläder till {mål}',
  ],
  activities: [
    'hålla dagcentralen öppen varje dag med frukost och lunch',
    'driva ett akutboende med arton sängplatser',
    'dela ut matkassar en gång i veckan',
    'erbjuda dusch, tvätt och rena kläder',
    'arbeta uppsökande i {plats} och vid resecentrum',
    'ge rådgivning om skulder, boende och sjukvård',
    'ta emot och sortera skänkt mat från lokala butiker',
    'bemanna verksamheten med minst två personer vid varje öppettillfälle',
  ],
  support: [
    'ställa lokal till förfogande och svara för uppvärmning',
    'utse en socialsekreterare som besöker verksamheten varje vecka',
    'skyndsamt ta emot den som {C} hänvisar till socialjouren',
    'svara för larm och brandskydd i lokalen',
    'informera om verksamheten via medborgarkontor och bibliotek',
  ],
  background: [
    'Vid den senaste kartläggningen fanns ett sextiotal personer i akut hemlöshet i {ort}.',
    'Efterfrågan på matkassar har fördubblats sedan {å2}.',
    '{C} har under många vintrar öppnat sina lokaler för människor utan bostad.',
    'Under vinterhalvåret vistas utsatta EU-medborgare i {ort} utan tillgång till värme och hygien.',
    'Socialtjänsten kan inte ensam möta de akuta behov som uppstår utanför kontorstid.',
  ],
  indicators: [
    'antal gästnätter',
    'antal serverade måltider',
    'antal utdelade matkassar',
    'antal personer som fått hjälp vidare till annat boende',
    'fördelning mellan kvinnor, män och barn',
  ],
  secondary: {
    health_rehabilitation: 'En gång i veckan finns en sjuksköterska på plats för enklare råd.',
    labour_integration: 'Gäster som vill kan få arbetsträna i köket.',
  },
  boards: ['Socialnämnden', 'Individ- och familjenämnden'],
};
