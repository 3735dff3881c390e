import type { ThemeWords } from './area';

const company: ThemeWords = {
  associations: [
    ['Rödakorskretsen {bygd}', 'roda-korset'],
    ['Hela Människan {bygd}', 'hela-manniskan'],
    ['Väntjänsten {namn}', null],
    ['PRO {bygd}', 'pro'],
  ],
  topics: [
    'Mötesplats mot ensamhet i {ort}',
    'Väntjänst och social gemenskap',
    'Hälsa och gemenskap för seniorer',
  ],
  targets: {
    elderly: {
      short: ['äldre', 'seniorer', 'personer över 65 år'],
      long: [
        'personer som är 65 år eller äldre och som bor i ordinärt boende i {ort}',
        'äldre personer över 65 år som lever i ofrivillig ensamhet',
        'seniorer, 65 år och äldre, som har begränsat socialt nätverk',
      ],
    },
  },
  goals: [
    'minska den ofrivilliga ensamheten bland {mål}',
    'främja fysisk, psykisk och social hälsa hos {mål}',
    'erbjuda {mål} en öppen och kravlös gemenskap',
    'förebygga att behov av vård och omsorg uppstår i onödan',
    '{mål} får en aktiv vardag med rörelse och sammanhang',
    'komplettera den vård och omsorg som ges enligt lag med frivilliga insatser',
    'ge {mål} möjlighet att själva göra en insats som volontärer i lokalsamhället',
  ],
  activities: [
    'driva en mötesplats som är öppen fyra dagar i veckan',
    'förmedla och handleda frivilliga besöksvänner',
    'ordna promenader, sittgymnastik och matlagning i grupp',
    'hälsa på personer som nyligen skrivits ut från sjukhus när de själva önskar det',
    'anordna kurser i digital teknik med unga som lärare',
    'följa med på promenad, till vårdcentral eller bibliotek',
    'genomföra föreläsningar om hälsa två gånger per termin',
  ],
  support: [
    'informera om verksamheten genom hemtjänst, vårdcentraler och biståndshandläggare',
    'upplåta en samlingslokal utan hyra två dagar i veckan',
    'erbjuda handledning till de frivilliga',
    'svara för en gemensam utbildningsdag varje år',
  ],
  background: [
    'Enligt folkhälsoenkäten uppger mer än var tionde äldre i {ort} att de sällan träffar någon att tala förtroligt med.',
    'Ofrivillig ensamhet är en känd riskfaktor för sjukdom och nedsatt livskvalitet.',
    '{C} har lång erfarenhet av frivilligt socialt arbete och når människor som annars inte söker stöd.',
    'Hemtjänsten i {ort} möter många vars behov är sociala snarare än medicinska.',
    'En tidigare projektperiod {å4}–{å2} gav goda resultat men saknade långsiktig finansiering.',
  ],
  indicators: [
    'antal besök på mötesplatsen',
    'antal aktiva frivilliga',
    'antal besöksuppdrag',
    'självskattad hälsa vid start och efter sex månader',
  ],
  secondary: {
    disability: 'Verksamheten ska vara tillgänglig för personer med funktionsnedsättning.',
    leisure_education: 'I mötesplatsens program ingår även studiecirklar och kulturaktiviteter.',
  },
  boards: ['Vård- och omsorgsnämnden', 'Äldrenämnden', 'Socialnämnden'],
};

const recovery: ThemeWords = {
  associations: [
    ['Fontänhuset {namn}', 'fontanhus'],
    ['RSMH {bygd}', 'rsmh'],
    ['Stiftelsen {namn}gården', null, 'foundation'],
    ['Hela Människan {bygd}', 'hela-manniskan'],
  ],
  topics: ['Återhämtning och psykisk hälsa', 'Kamratstöd i {ort}', 'Samtalsstöd i {ort}'],
  targets: {
    adults: {
      short: ['vuxna med psykisk ohälsa', 'personer i återhämtning'],
      long: [
        'vuxna mellan 26 och 65 år med egen erfarenhet av psykisk ohälsa',
        'personer i yrkesverksam ålder som har eller har haft ett skadligt bruk av alkohol eller narkotika',
        'vuxna med krigs- och tortyrskador som är bosatta i länet',
      ],
    },
    children_youth: {
      short: ['unga med psykisk ohälsa', 'unga som mår dåligt'],
      long: [
        'unga mellan 13 och 25 år som mår psykiskt dåligt eller har ett självskadande beteende',
      ],
    },
  },
  goals: [
    'stödja {mål} i återhämtning',
    'erbjuda {mål} en öppen och kravlös gemenskap',
    'ge {mål} samtalsstöd när ohälsan blir för tung att bära ensam',
    'öka kunskapen om psykisk hälsa i {ort}',
    'minska väntan på ett första samtal',
    'komplettera den vård som ges enligt lag med kamratstöd',
    'bryta isolering och motverka återfall i ohälsa',
  ],
  activities: [
    'hålla en öppen träffpunkt fem dagar i veckan',
    'erbjuda enskilda stödsamtal och samtal i grupp',
    'hålla en telefonlinje bemannad vardagskvällar',
    'leda självhjälpsgrupper enligt {C}s egen metod',
    'erbjuda arbetsinriktad sysselsättning i eget tempo',
    'utbilda personer med egen erfarenhet till kamratstödjare',
    'ordna gemensam matlagning och friskvård',
  ],
  support: [
    'informera om verksamheten genom vårdcentraler, psykiatri och socialtjänst',
    'utse en kontaktperson för frågor om enskilda som själva vill ha samverkan',
    'bidra med föreläsare och handledning',
    'bjuda in {C} till det lokala rådet för psykisk hälsa',
  ],
  background: [
    'Den psykiska ohälsan har ökat under en följd av år, i {ort} liksom i riket.',
    'Väntetiderna till samtalsstöd har vuxit och parterna vill pröva ett lättillgängligt komplement.',
    '{C} drivs av människor med egen erfarenhet och har ett högt förtroende hos dem som söker stöd.',
    'En tidigare projektperiod {å4}–{å2} gav goda resultat men saknade långsiktig finansiering.',
    'Vårdcentraler och socialtjänst i {ort} möter många som behöver ett sammanhang mer än en behandling.',
  ],
  indicators: [
    'antal besök per vecka',
    'antal genomförda stödsamtal',
    'antal deltagare i gruppverksamhet',
    'självskattad hälsa vid start och efter sex månader',
  ],
  secondary: {
    labour_integration: 'För den som vill kan deltagandet vara ett första steg mot arbetsträning.',
    disability: 'Verksamheten är öppen även för personer med psykisk funktionsnedsättning.',
  },
  boards: ['Socialnämnden', 'Vård- och omsorgsnämnden', 'Omsorgsnämnden'],
};

const relatives: ThemeWords = {
  associations: [
    ['Anhörigföreningen {namn}', null],
    ['Rödakorskretsen {bygd}', 'roda-korset'],
    ['Stiftelsen {namn}gården', null, 'foundation'],
  ],
  topics: ['Stöd till anhöriga i {ort}', 'Samtalsstöd till familjer', 'Anhörigstöd i samverkan'],
  targets: {
    all: {
      short: ['anhöriga', 'anhöriga i alla åldrar'],
      long: [
        'anhöriga i alla åldrar som ger stöd till en närstående',
        'familjer där någon är allvarligt sjuk, barn såväl som vuxna',
      ],
    },
    children_youth: {
      short: ['barn som anhöriga', 'barn och unga i sorg'],
      long: [
        'barn och unga upp till 20 år som har en förälder eller ett syskon med allvarlig sjukdom',
        'barn och unga som har förlorat en nära anhörig',
      ],
    },
  },
  goals: [
    'ge {mål} avlastning och stöd att orka',
    'ge {mål} samtalsstöd när oro eller sorg blir för tung att bära ensam',
    'förebygga psykisk ohälsa hos {mål}',
    '{mål} får möta andra i liknande situation',
    'öka kunskapen om anhörigas villkor i {ort}',
    'komplettera det anhörigstöd som ges enligt lag med frivilliga insatser',
  ],
  activities: [
    'erbjuda enskilda samtal och samtal i grupp',
    'hålla ett anhörigcafé varannan vecka',
    'ordna helgläger för familjer en gång per termin',
    'hålla en telefonlinje bemannad vardagskvällar',
    'utbilda frivilliga samtalsledare',
    'ordna föreläsningar för anhöriga och personal',
  ],
  support: [
    'informera om stödet genom vårdcentraler, elevhälsa och hemtjänst',
    'utse en samordnare vid {K}s anhörigstöd',
    'upplåta en lokal för samtalsgrupperna',
    'svara för en gemensam utbildningsdag varje år',
  ],
  background: [
    'Den som vårdar en närstående löper själv ökad risk för ohälsa.',
    '{C} har lång erfarenhet av samtalsgrupper och når familjer som annars inte söker stöd.',
    'Vården ser {C} som ett komplement när familjer behöver mer stöd än den egna verksamheten kan ge.',
    'Enligt {SoL} ska socialnämnden erbjuda stöd till den som vårdar en närstående.',
  ],
  indicators: [
    'antal familjer som fått stöd',
    'antal genomförda samtal',
    'antal deltagare i grupper och läger',
    'deltagarnas egen bedömning av stödet',
  ],
  secondary: {
    disability: 'Stödet omfattar även anhöriga till personer med funktionsnedsättning.',
  },
  boards: ['Vård- och omsorgsnämnden', 'Socialnämnden', 'Omsorgsnämnden'],
};

export const healthRehabilitation: readonly ThemeWords[] = [company, recovery, relatives];
