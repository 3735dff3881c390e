import type { ThemeWords } from './area';

const boards = ['Socialnämnden', 'Individ- och familjenämnden', 'Kommunstyrelsen'] as const;

const victims: ThemeWords = {
  associations: [
    ['Brottsofferjouren {bygd}', 'brottsofferjouren'],
    ['Brottsofferjouren {kommun}-{bygd}', 'brottsofferjouren'],
    ['Brottsofferjouren {bygd}', 'brottsofferjouren'],
    ['Föreningen Stöd vid brott i {bygd}', null],
  ],
  topics: [
    'Stöd till brottsutsatta i {ort}',
    'Stöd till vittnen, brottsutsatta och anhöriga',
    'Brottsofferstöd i {ort}',
  ],
  targets: {
    all: {
      short: ['brottsutsatta', 'brottsutsatta, vittnen och anhöriga'],
      long: [
        'brottsutsatta, vittnen och anhöriga i {ort}, oavsett ålder och oavsett om brottet är polisanmält',
        'alla som har utsatts för brott samt deras anhöriga, barn såväl som vuxna',
      ],
    },
    adults: {
      short: ['vuxna som har utsatts för brott', 'brottsutsatta vuxna'],
      long: ['vuxna mellan 26 och 65 år som har utsatts för eller bevittnat brott'],
    },
    children_youth: {
      short: ['unga brottsutsatta', 'barn och unga som har utsatts för brott'],
      long: ['barn och unga upp till 25 år som har utsatts för eller bevittnat brott'],
    },
  },
  goals: [
    'ge {mål} råd, stöd och praktisk hjälp',
    'erbjuda {mål} medmänskligt stöd före, under och efter rättsprocessen',
    'fler {mål} får hjälp i ett tidigt skede',
    'öka tilliten till rättsväsendet',
    'öka kunskapen om brottsutsattas rättigheter i {ort}',
    'göra stödet känt för alla som kan behöva det',
    'stärka det brottsförebyggande arbetet i {ort}',
    'underlätta för {mål} att vittna och att orka med en rättegång',
  ],
  activities: [
    'hålla jourtelefon bemannad vardagar och ge stöd även kvällstid',
    'ge stödsamtal, vid behov på fler språk än svenska',
    'följa med till polis, vård och domstol när den utsatta vill det',
    'bedriva vittnesstöd vid tingsrätten',
    'utbilda nya stödpersoner en gång om året',
    'hjälpa till med anmälan till försäkringsbolag och ansökan om brottsskadeersättning',
    'informera om stödet på bibliotek, vårdcentraler och i skolor',
  ],
  support: [
    'informera brottsutsatta som kommer i kontakt med {K} om {C}s stöd',
    'utse en kontaktperson inom socialtjänsten',
    'bjuda in {C} till det lokala brottsförebyggande rådet',
    'upplåta ett samtalsrum i centralt läge',
  ],
  background: [
    'Enligt {SoL} ska socialnämnden verka för att den som utsatts för brott får stöd och hjälp.',
    '{C} har bedrivit stödverksamhet i {ort} sedan 2009 och har ett väl upparbetat förtroende.',
    'Många av dem som söker stöd har inte gjort någon polisanmälan.',
    'Antalet stödsökande har ökat varje år sedan {å3}.',
    'Socialtjänsten bedömer att ideella krafter når personer som tvekar inför en myndighetskontakt.',
    '{C} är ansluten till Brottsofferjouren Sverige och följer förbundets riktlinjer.',
  ],
  indicators: [
    'antal stödsökande',
    'antal stödsamtal',
    'antal vittnesstödsuppdrag',
    'antal utbildade stödpersoner',
    'fördelning mellan kvinnor och män, vuxna och barn',
  ],
  secondary: {
    safety: 'Parterna ser att arbetet också kan bidra till ökad upplevd trygghet i {ort}.',
    health_rehabilitation: 'Vid behov hjälper {C} till med kontakt med hälso- och sjukvården.',
  },
  boards,
};

const violence: ThemeWords = {
  associations: [
    ['Kvinnojouren {namn}', 'kvinnojour'],
    ['Tjejjouren {namn}', 'tjejjour'],
    ['Kvinno- och tjejjouren {namn}', 'kvinnojour'],
    ['Kvinnojouren {namn}', 'kvinnojour'],
  ],
  topics: [
    'Skydd och stöd vid våld i nära relationer',
    'Kvinno- och tjejjour i {ort}',
    'Stöd till våldsutsatta i {ort}',
  ],
  targets: {
    adults: {
      short: ['våldsutsatta kvinnor', 'kvinnor som utsätts för våld'],
      long: [
        'kvinnor över 18 år som utsätts eller har utsatts för våld i nära relation',
        'vuxna kvinnor som lever med hot, våld eller hedersrelaterat förtryck',
      ],
    },
    children_youth: {
      short: ['tjejer och unga kvinnor', 'tjejer och unga icke-binära'],
      long: [
        'tjejer och unga icke-binära mellan 12 och 25 år',
        'barn och unga upp till 25 år som har bevittnat eller själva utsatts för våld',
      ],
    },
    all: {
      short: ['våldsutsatta', 'våldsutsatta och deras barn'],
      long: [
        'våldsutsatta i alla åldrar samt medföljande barn',
        'den som utsätts för våld i en nära relation och de barn som lever med våldet, oavsett ålder',
      ],
    },
  },
  goals: [
    'ge stöd och skydd till {mål}',
    'erbjuda {mål} råd, samtal och praktisk hjälp',
    'upptäcka våld tidigare och bryta det',
    'öka kunskapen om våldets uttryck och konsekvenser',
    'stödja {mål} på vägen till ett liv fritt från våld',
    'fler {mål} får hjälp i ett tidigt skede',
    'förändra attityder och normer som föder våld',
    'förbättra samverkan kring {mål} så att ingen faller mellan stolarna',
  ],
  activities: [
    'hålla jourtelefon och chatt öppna kvällar och helger',
    'erbjuda skyddat boende med plats för medföljande barn',
    'ge stödsamtal, enskilt och i grupp',
    'följa med till polis, socialtjänst, vård och domstol när den utsatta vill det',
    'besöka skolor och samtala om respekt, samtycke och våld',
    'utbilda nya jourkvinnor en gång om året',
    'erbjuda stöd på fler språk än svenska',
    'ordna gruppträffar för barn som har upplevt våld',
  ],
  support: [
    'utse en kontaktperson inom socialtjänsten med särskild kunskap om våld',
    'informera om {C}s stöd vid alla kontakter med våldsutsatta',
    'svara för individuella biståndsbeslut, som inte omfattas av partnerskapet',
    'medverka vid gemensam utbildning om våld i nära relationer',
  ],
  background: [
    'Enligt {SoL} ska socialnämnden särskilt beakta att kvinnor som utsätts för våld av närstående kan behöva stöd och hjälp.',
    '{C} har bedrivit jourverksamhet i {ort} sedan 2009 och har ett väl upparbetat förtroende.',
    'Många av dem som söker stöd har inte gjort någon polisanmälan.',
    'Antalet stödsökande har ökat varje år sedan {å3}.',
    '{C} är ansluten till Unizon och arbetar enligt förbundets grundsatser.',
    'Våld i nära relationer är ett folkhälsoproblem och kostar både den enskilda och samhället mycket.',
  ],
  indicators: [
    'antal stödsökande',
    'antal stödsamtal',
    'antal placerade i skyddat boende, vuxna och barn',
    'antal dygn i skyddat boende',
    'antal skolbesök och andra utåtriktade insatser',
  ],
  secondary: {
    basic_needs: 'I akuta lägen kan den som bor i jourens boende få mat och kläder.',
    health_rehabilitation: 'Vid behov hjälper {C} till med kontakt med hälso- och sjukvården.',
  },
  boards,
};

const exit: ThemeWords = {
  associations: [
    ['KRIS {bygd}', 'kris'],
    ['Föreningen Vägskälet {bygd}', null],
    ['Stiftelsen {namn}', null, 'foundation'],
  ],
  topics: [
    'Vägen ut ur kriminalitet',
    'Stöd till den som vill lämna kriminalitet',
    'Brottsförebyggande arbete i {plats}',
  ],
  targets: {
    adults: {
      short: ['personer som vill lämna kriminalitet', 'tidigare dömda'],
      long: [
        'vuxna som har avtjänat straff och vill lämna ett liv med kriminalitet och missbruk',
        'personer mellan 26 och 65 år som är på väg ut från anstalt eller frivård',
      ],
    },
    children_youth: {
      short: ['unga i riskzon', 'unga som riskerar att dras in i kriminalitet'],
      long: [
        'barn och unga mellan 12 och 20 år som riskerar att dras in i kriminalitet',
        'unga upp till 25 år med koppling till kriminella nätverk',
      ],
    },
  },
  goals: [
    'motverka att unga rekryteras till kriminella nätverk',
    'underlätta vägen ut ur kriminalitet för den som vill förändra sitt liv',
    'minska återfallen i brott',
    'ge {mål} förebilder med egen erfarenhet',
    'stärka det brottsförebyggande arbetet i {ort}',
    'erbjuda {mål} en meningsfull vardag utan brott och droger',
    'fler {mål} får stöd vid rätt tidpunkt',
  ],
  activities: [
    'arbeta uppsökande i {plats}',
    'möta upp vid frigivning och följa med till första kontakten med myndigheter',
    'hålla självhjälpsgrupper två kvällar i veckan',
    'besöka skolor och berätta om egna erfarenheter',
    'erbjuda kamratstödjare på kvällar och helger',
    'ordna drogfria fritidsaktiviteter',
    'hålla kontakt med anhöriga',
  ],
  support: [
    'utse en samordnare för avhopparverksamhet',
    'bjuda in {C} till det lokala brottsförebyggande rådet',
    'svara för individuella biståndsbeslut, som inte omfattas av partnerskapet',
    'upplåta en lokal för kamratstödet',
  ],
  background: [
    'Den lokala lägesbilden visar att unga i {plats} möter rekrytering till kriminalitet allt tidigare.',
    '{C} har medlemmar med egen erfarenhet av kriminalitet och missbruk och når personer som andra inte når.',
    'Frivården och socialtjänsten har efterfrågat stöd under tiden närmast efter frigivning.',
    'Återfall sker ofta under de första månaderna efter ett avtjänat straff.',
    'Parterna har sedan {å2} prövat arbetssättet i mindre skala.',
  ],
  indicators: [
    'antal deltagare i kamratstödet',
    'antal möten vid frigivning',
    'antal deltagare som gått vidare till arbete eller studier',
    'antal skolbesök',
  ],
  secondary: {
    labour_integration: 'Deltagare som är redo får hjälp att söka praktik och arbete.',
    safety: 'Parterna ser att arbetet också kan bidra till ökad upplevd trygghet i området.',
  },
  boards,
};

export const crimeVictimsPrevention: readonly ThemeWords[] = [victims, violence, exit];
