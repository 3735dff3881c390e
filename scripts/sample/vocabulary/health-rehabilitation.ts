import type { AreaWords } from './area';

export const healthRehabilitation: AreaWords = {
  label: 'hälsa och rehabilitering',
  topics: [
    'Mötesplats mot ensamhet i {ort}',
    'Väntjänst och social gemenskap',
    'Stöd till anhöriga i {ort}',
    'Återhämtning och psykisk hälsa',
    'Samtalsstöd i {ort}',
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
    adults: {
      short: ['vuxna med psykisk ohälsa', 'personer i återhämtning'],
      long: [
        'vuxna mellan 26 och 65 år med egen erfarenhet av psykisk ohälsa',
        'personer i yrkesverksam ålder som har eller har haft ett skadligt bruk av alkohol eller narkotika',
        'vuxna med krigs- och tortyrskador som är bosatta i länet',
      ],
    },
    children_youth: {
      short: ['barn och unga', 'unga med psykisk ohälsa', 'barn som anhöriga'],
      long: [
        'unga mellan 13 och 25 år som mår psykiskt dåligt eller har nära till självskadande beteende',
        'barn som har en förälder eller ett syskon med allvarlig sjukdom',
      ],
    },
    all: {
      short: ['invånarna', 'anhöriga i alla åldrar'],
      long: [
        'anhöriga i alla åldrar som ger stöd till en närstående',
        'alla invånare i {ort} som är i behov av gemenskap och samtal, utan åldersgräns',
      ],
    },
  },
  goals: [
    'minska den ofrivilliga ensamheten bland {mål}',
    'främja fysisk, psykisk och social hälsa hos {mål}',
    'erbjuda {mål} en öppen och kravlös gemenskap',
    'ge {mål} samtalsstöd när ohälsa eller sorg blir för tung att bära ensam',
    'förebygga att behov av vård och omsorg uppstår i onödan',
    'stödja {mål} i återhämtning efter behandling',
    'öka kunskapen om psykisk hälsa i {ort}',
    '{mål} får en aktiv vardag med rörelse och sammanhang',
    'komplettera den vård och omsorg som ges enligt lag med frivilliga insatser',
    'ge anhöriga avlastning och stöd att orka',
  ],
  activities: [
    'driva en mötesplats som är öppen fyra dagar i veckan',
    'förmedla och handleda frivilliga besöksvänner',
    'erbjuda enskilda stödsamtal och samtal i grupp',
    'ordna promenader, gymnastik och matlagning i grupp',
    'hålla en telefonlinje bemannad vardagskvällar',
    'leda självhjälpsgrupper enligt {C}s egen metod',
    'erbjuda arbetsinriktad sysselsättning i klubbhus',
    'genomföra föreläsningar om hälsa två gånger per termin',
    'hälsa på personer som nyligen skrivits ut från sjukhus när de själva önskar det',
  ],
  support: [
    'informera om verksamheten genom hemtjänst, vårdcentraler och biståndshandläggare',
    'upplåta en samlingslokal utan hyra två dagar i veckan',
    'erbjuda handledning till de frivilliga',
    'utse en samordnare vid {K}s anhörigstöd',
    'svara för en gemensam utbildningsdag varje år',
  ],
  background: [
    'Enligt folkhälsoenkäten uppger mer än var tionde invånare i {ort} att de sällan träffar någon att tala förtroligt med.',
    'Ofrivillig ensamhet är en känd riskfaktor för sjukdom och nedsatt livskvalitet.',
    '{C} har lång erfarenhet av frivilligt socialt arbete och når människor som annars inte söker stöd.',
    'Vårdcentraler och hemtjänst i {ort} möter många vars behov är sociala snarare än medicinska.',
    'Väntetiderna till samtalsstöd har vuxit och parterna vill pröva ett lättillgängligt komplement.',
    'En tidigare projektperiod 2016–2018 gav goda resultat men saknade långsiktig finansiering.',
  ],
  indicators: [
    'antal besök på mötesplatsen',
    'antal aktiva frivilliga',
    'antal genomförda stödsamtal',
    'självskattad hälsa vid start och efter sex månader',
    'antal deltagare i gruppverksamhet',
  ],
  secondary: {
    disability: 'Verksamheten ska vara tillgänglig för personer med funktionsnedsättning.',
    labour_integration: 'För den som vill kan deltagandet vara ett första steg mot arbetsträning.',
  },
  boards: ['Vård- och omsorgsnämnden', 'Äldrenämnden', 'Socialnämnden', 'Omsorgsnämnden'],
};
