import type { UnseenPassage } from './passage';

/** First pages of agreements, as municipalities lay them out. */
export const AGREEMENTS: readonly UnseenPassage[] = [
  {
    text: `Idéburet offentligt partnerskap
Avtal om öppen mötesplats i Råslätt

1 Avtalsparter
Detta partnerskap har ingåtts mellan Jönköpings kommun, socialnämnden (212000-0530), och Hela Människan i Jönköping (826000-4418).

2 Varför partnerskapet bildas
Partnerskapet bildas för att personer som lever i hemlöshet ska få en trygg plats att vara på under dagen.

3 Avtalets längd
Partnerskapet startar den 1 februari 2022 och avslutas den 31 januari 2025. Önskar ingen part avsluta samarbetet sex månader före den dagen fortsätter det ett år åt gången.`,
    expected: {
      public_actors: 'municipality:0680',
      civil_actors: 'Hela Människan i Jönköping',
      purpose:
        'Partnerskapet bildas för att personer som lever i hemlöshet ska få en trygg plats att vara på under dagen.',
      start: '2022-02-01',
      end: '2025-01-31',
      renewal: 'automatic(period=12,notice=6)',
    },
    open: ['target_group'],
  },
  {
    text: `SAMVERKANSAVTAL
mellan
Kalmar kommun genom kultur- och fritidsnämnden
och
Oskarshamnsvägens Byalag

§1 Syfte
Samverkan ska ge barn och ungdomar i Smedby en plats för lek och idrott på eftermiddagarna.

§2 Giltighet
Avtalet är giltigt från den 15 augusti 2023 till den 14 augusti 2026.`,
    expected: {
      public_actors: 'municipality:0880',
      civil_actors: 'Oskarshamnsvägens Byalag',
      purpose:
        'Samverkan ska ge barn och ungdomar i Smedby en plats för lek och idrott på eftermiddagarna.',
      start: '2023-08-15',
      end: '2026-08-14',
      target_group: 'children_youth',
    },
  },
  {
    text: `Partnerskapsavtal

Mellan Brottsofferjouren Västervik-Vimmerby, org.nr 832401-7782, i fortsättningen Jouren, å ena sidan och Västerviks kommun, org.nr 212000-0779, i fortsättningen Kommunen, å andra sidan har följande avtal slutits.

Målet med samarbetet är att alla som utsatts för brott i kommunen ska erbjudas stöd inom ett dygn.

Avtalet löper på två år med början 2024-07-01. Efter avtalsperiodens slut upphör avtalet automatiskt.`,
    expected: {
      public_actors: 'municipality:0883',
      civil_actors: 'Brottsofferjouren Västervik-Vimmerby',
      purpose:
        'Målet med samarbetet är att alla som utsatts för brott i kommunen ska erbjudas stöd inom ett dygn.',
      start: '2024-07-01',
      end: '2026-06-30',
      renewal: 'none',
      target_group: 'all',
    },
  },
  {
    text: `Avtal avseende stöd till anhöriga

Beställare: Omsorgsnämnden i Motala kommun
Utförare: Anhörigföreningen Vättern, 824001-1199

Uppdrag
Utföraren ska erbjuda anhöriga till äldre med demenssjukdom samtalsgrupper och avlösning.

Tid för avtalet
Avtalstiden är 2021-01-01--2022-12-31 med rätt för parterna att gemensamt besluta om förlängning upp till två år.

Uppsägning
Båda parter kan säga upp avtalet. Uppsägningstiden är sex månader.`,
    expected: {
      public_actors: 'municipality:0583',
      civil_actors: 'Anhörigföreningen Vättern',
      start: '2021-01-01',
      end: '2022-12-31',
      renewal: 'by_agreement(period=24)',
    },
    open: ['purpose', 'target_group', 'renewal'],
  },
  {
    text: `Överenskommelse om samverkan i form av ett idéburet offentligt partnerskap (IOP)

Samverkande parter:
Umeå kommun, individ- och familjenämnden
Region Västerbotten, hälso- och sjukvårdsnämnden
Föreningen Vändpunkt Norr

Bakgrund och syfte
Syftet med partnerskapet är att unga vuxna som vårdats för psykisk ohälsa ska finna vägen till studier eller arbete.

Partnerskapets varaktighet
Denna överenskommelse omfattar åren 2022, 2023 och 2024.`,
    expected: {
      public_actors: 'municipality:2480; region:24',
      civil_actors: 'Föreningen Vändpunkt Norr',
      purpose:
        'Syftet med partnerskapet är att unga vuxna som vårdats för psykisk ohälsa ska finna vägen till studier eller arbete.',
      start: '2022',
      end: '2024',
      target_group: 'children_youth',
    },
  },
  {
    text: `Föreningsavtal

Hedemora kommun, nedan kommunen, och Hedemora Ridklubb, nedan klubben, har denna dag kommit överens om följande.

Kommunen vill genom avtalet bidra till att flickor och pojkar från sju års ålder får pröva på ridning oavsett familjens ekonomi.

Avtalet är ettårigt och räknas från 2023-01-01. Om det inte sägs upp skriftligt minst tre månader innan det löper ut förnyas det med ett år i taget, dock högst tre gånger.

Hedemora 2022-12-12`,
    expected: {
      public_actors: 'municipality:2083',
      civil_actors: 'Hedemora Ridklubb',
      purpose:
        'Kommunen vill genom avtalet bidra till att flickor och pojkar från sju års ålder får pröva på ridning oavsett familjens ekonomi.',
      start: '2023-01-01',
      end: '2023-12-31',
      renewal: 'automatic(period=12,notice=3,ceiling=3)',
      target_group: 'children_youth',
    },
  },
  {
    text: `Uppdragsöverenskommelse 2020/118

Haninge kommun, Äldrenämnden, 136 81 Haninge
SPF Seniorerna Haninge, Box 44, 136 22 Haninge

Ändamål med överenskommelsen
Seniorer i kommunen ska genom hembesök och gemensamma luncher känna sig mindre ensamma.

Överenskommelsens löptid
Från 1/9 2020 till och med 31/8 2022.
Vid avtalstidens slut prövar parterna gemensamt om överenskommelsen ska förlängas.`,
    expected: {
      public_actors: 'municipality:0136',
      civil_actors: 'SPF Seniorerna Haninge',
      purpose:
        'Seniorer i kommunen ska genom hembesök och gemensamma luncher känna sig mindre ensamma.',
      start: '2020-09-01',
      end: '2022-08-31',
      renewal: 'by_agreement',
      target_group: 'elderly',
    },
  },
  {
    text: `IOP Nattvandring

Ingånget mellan
Trelleborgs kommun, kommunstyrelsen, och
Stiftelsen Trygga Kvarter

Innehåll
Parterna avser att med detta avtal göra centrum lugnare på helgkvällar för invånare och besökare.

Avtalet är i kraft under kalenderåret 2021 och därefter ett kalenderår i sänder såvida inte någon av parterna sagt upp det före den 1 oktober.`,
    expected: {
      public_actors: 'municipality:1287',
      civil_actors: 'Stiftelsen Trygga Kvarter',
      purpose:
        'Parterna avser att med detta avtal göra centrum lugnare på helgkvällar för invånare och besökare.',
      start: '2021',
      end: '2021',
      target_group: 'all',
    },
    open: ['renewal'],
  },
  {
    text: `AVTAL OM SKYDDAT BOENDE

Parter i detta avtal är Falu kommun, arbetsmarknads-, integrations- och socialförvaltningen samt Kvinnojouren Dalalinden.

Jouren tillhandahåller plats i skyddat boende åt kvinnor som utsatts för våld i nära relation.

Avtalet gäller fr o m 2019-04-01 och tills vidare med en ömsesidig uppsägningstid om nio månader.`,
    expected: {
      public_actors: 'municipality:2080',
      civil_actors: 'Kvinnojouren Dalalinden',
      start: '2019-04-01',
      end: 'open-ended',
      target_group: 'adults',
    },
    open: ['purpose'],
  },
  {
    text: `Särskild överenskommelse mellan Västra Götalandsregionen, regionala hälsonämnden, och Räddningsmissionen i Göteborg

Parterna är överens om att tillsammans erbjuda tandvård och läkarbesök till människor utan bostad.

Tidsperiod
1 mars 2023–28 februari 2025

Överenskommelsen kan efter skriftligt beslut av båda parter förlängas ett år.`,
    expected: {
      public_actors: 'region:14',
      civil_actors: 'Räddningsmissionen i Göteborg',
      start: '2023-03-01',
      end: '2025-02-28',
      renewal: 'by_agreement(period=12)',
    },
    open: ['purpose', 'target_group'],
  },
];
