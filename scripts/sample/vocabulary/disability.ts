import type { ThemeWords } from './area';

export const disability: ThemeWords = {
  associations: [
    ['FUB {bygd}', 'fub'],
    ['Funktionsrätt {bygd}', 'funktionsratt'],
    ['Attention {bygd}', 'attention'],
    ['{bygd} Parasportförening', null],
    ['Kooperativet {namn} ekonomisk förening', null, 'cooperative'],
  ],
  topics: [
    'Parasport i {ort}',
    'Delaktighet för personer med funktionsnedsättning',
    'Fritid på lika villkor i {ort}',
    'Stöd till personer med intellektuell funktionsnedsättning',
    'Brukarinflytande i {ort}',
  ],
  targets: {
    children_youth: {
      short: ['barn och unga med funktionsnedsättning'],
      long: [
        'barn och unga upp till 25 år med fysisk eller intellektuell funktionsnedsättning',
        'barn och ungdomar med autism eller adhd samt deras syskon',
      ],
    },
    adults: {
      short: ['vuxna med funktionsnedsättning'],
      long: [
        'vuxna mellan 26 och 65 år med beslut om insats enligt LSS',
        'vuxna med psykisk funktionsnedsättning som saknar daglig sysselsättning',
      ],
    },
    all: {
      short: ['personer med funktionsnedsättning'],
      long: [
        'personer med funktionsnedsättning i alla åldrar och deras närstående',
        'alla med rörelsenedsättning, synnedsättning eller hörselnedsättning i {ort}, barn såväl som vuxna',
      ],
    },
  },
  goals: [
    'ge {mål} möjlighet att delta i samhällslivet på lika villkor',
    'erbjuda idrott och rörelse som är anpassad för {mål}',
    'ge {mål} en aktiv fritid utifrån egna önskemål',
    'stärka självständighet och självbestämmande hos {mål}',
    'bana väg för anställning av {mål}',
    'ge {mål} inflytande över beslut som rör dem',
    'undanröja hinder i föreningslivet så att {mål} kan vara med',
    'öka kunskapen om funktionsnedsättning bland ledare och personal',
    'skapa mötesplatser där {mål} kan knyta vänskapsband',
  ],
  activities: [
    'erbjuda träning i minst fyra parasporter med utbildade ledare',
    'ordna fritidsgård för personer med intellektuell funktionsnedsättning en kväll i veckan',
    'förmedla och stödja kontaktpersoner och ledsagare på fritiden',
    'anställa minst sex personer med funktionsnedsättning i {C}s verksamhet',
    'utbilda brukarrevisorer och genomföra två brukarrevisioner per år',
    'hålla i anhörigträffar en gång i månaden',
    'låna ut anpassad idrottsutrustning',
    'anordna läger under sommaren',
  ],
  support: [
    'upplåta tillgänglighetsanpassade idrottshallar utan avgift',
    'informera om verksamheten vid daglig verksamhet och i gruppbostäder',
    'samverka om färdtjänst och ledsagning till aktiviteterna',
    'bjuda in {C} till {K}s råd för funktionshinderfrågor',
    'svara för tolk vid gemensamma möten',
  ],
  background: [
    'Personer med funktionsnedsättning deltar i lägre grad än andra i idrott och föreningsliv.',
    'Konventionen om rättigheter för personer med funktionsnedsättning ligger till grund för parternas arbete.',
    '{C} bildades 2011 och har sedan dess samlat ledare med särskild kunskap om anpassad idrott.',
    'Vid dialoger med brukare i {ort} har behovet av fler fritidsaktiviteter lyfts fram.',
    'Insatserna kompletterar stödet enligt lagen (1993:387) om stöd och service till vissa funktionshindrade.',
  ],
  indicators: [
    'antal deltagare i varje aktivitet',
    'antal personer som fått anställning',
    'antal utbildade ledare',
    'deltagarnas upplevelse av delaktighet',
    'antal genomförda brukarrevisioner',
  ],
  secondary: {
    leisure_education: 'Verksamheten är samtidigt en del av {K}s samlade fritidsutbud.',
    health_rehabilitation: 'Regelbunden rörelse bidrar också till deltagarnas hälsa.',
  },
  boards: ['Omsorgsnämnden', 'Vård- och omsorgsnämnden', 'Kultur- och fritidsnämnden'],
};
