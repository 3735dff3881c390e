import type { AreaWords } from './area';

export const crimeVictimsPrevention: AreaWords = {
  label: 'brottsoffer och brottsförebyggande arbete',
  topics: [
    'Stöd till brottsutsatta i {ort}',
    'Skydd och stöd vid våld i nära relationer',
    'Kvinno- och tjejjour i {ort}',
    'Brottsförebyggande arbete i {plats}',
    'Stöd till vittnen, brottsutsatta och anhöriga',
    'Stöd till den som vill lämna kriminalitet',
  ],
  targets: {
    adults: {
      short: [
        'våldsutsatta kvinnor',
        'vuxna som utsatts för våld',
        'personer som lämnar kriminalitet',
      ],
      long: [
        'kvinnor över 18 år som utsätts eller har utsatts för våld i nära relation',
        'vuxna som avtjänat straff och vill lämna ett liv med kriminalitet och missbruk',
        'vuxna kvinnor som lever med hot, våld eller hedersrelaterat förtryck',
      ],
    },
    children_youth: {
      short: ['unga', 'barn och unga', 'tjejer och unga kvinnor'],
      long: [
        'tjejer och unga icke-binära mellan 12 och 25 år',
        'barn och unga upp till 20 år som riskerar att dras in i kriminalitet',
        'barn och unga som har bevittnat eller utsatts för våld',
      ],
    },
    all: {
      short: ['brottsutsatta', 'brottsutsatta, vittnen och anhöriga'],
      long: [
        'brottsutsatta, vittnen och anhöriga i {ort}, oavsett ålder och oavsett om brottet är polisanmält',
        'alla som har utsatts för brott samt deras anhöriga, barn såväl som vuxna',
      ],
    },
  },
  goals: [
    'ge stöd och skydd till {mål}',
    'erbjuda {mål} råd, samtal och praktisk hjälp',
    'stärka det brottsförebyggande arbetet i {ort}',
    'fler {mål} får hjälp i ett tidigt skede',
    'ge medmänskligt stöd till {mål} före, under och efter rättsprocessen',
    'motverka att unga rekryteras till kriminella nätverk',
    'upptäcka våld tidigare och bryta det',
    'öka kunskapen om våldets uttryck och konsekvenser hos dem som möter {mål}',
    'stödja {mål} på vägen till ett liv fritt från våld',
    'underlätta vägen ut ur kriminalitet för den som vill förändra sitt liv',
  ],
  activities: [
    'hålla jourtelefon bemannad vardagar och ge stöd även kvällstid',
    'erbjuda skyddat boende med plats för medföljande barn',
    'ge stödsamtal, enskilt och i grupp',
    'följa med till polis, socialtjänst, vård och domstol när den utsatta vill det',
    'bedriva vittnesstöd vid tingsrätten',
    'besöka skolor och samtala om respekt, samtycke och våld',
    'utbilda nya stödpersoner en gång om året',
    'erbjuda stöd på fler språk än svenska',
    'arbeta uppsökande bland unga i {plats}',
  ],
  support: [
    'informera brottsutsatta som kommer i kontakt med {K} om {C}s stöd',
    'utse en kontaktperson inom socialtjänsten',
    'bjuda in {C} till det lokala brottsförebyggande rådet',
    'svara för individuella biståndsbeslut, som inte omfattas av partnerskapet',
    'medverka vid gemensam utbildning om våld i nära relationer',
  ],
  background: [
    'Enligt 5 kap. 11 § socialtjänstlagen (2001:453) ska socialnämnden verka för att den som utsatts för brott får stöd och hjälp.',
    '{C} har bedrivit stödverksamhet i {ort} sedan 2009 och har ett väl upparbetat förtroende.',
    'Många av dem som söker stöd har inte gjort någon polisanmälan.',
    'Antalet stödsökande har ökat varje år sedan 2018.',
    'Socialtjänsten bedömer att ideella krafter når personer som tvekar inför en myndighetskontakt.',
    'Den lokala lägesbilden visar att unga i {plats} möter rekrytering till kriminalitet allt tidigare.',
  ],
  indicators: [
    'antal stödsökande',
    'antal stödsamtal',
    'antal placerade i skyddat boende, vuxna och barn',
    'antal utbildade stödpersoner',
    'antal skolbesök och andra utåtriktade insatser',
  ],
  secondary: {
    safety: 'Parterna ser att arbetet också kan bidra till ökad upplevd trygghet i området.',
    health_rehabilitation: 'Vid behov hjälper {C} till med kontakt med hälso- och sjukvården.',
  },
  boards: ['Socialnämnden', 'Individ- och familjenämnden', 'Kommunstyrelsen'],
};
