import type { UnseenPassage } from './passage';

/** Clauses on term and renewal, each beside as much of its agreement as a reader would need. */
export const TERMS: readonly UnseenPassage[] = [
  {
    text: `11 Avtalstid
Avtalet tecknas på tre år, 1 januari 2023 - 31 december 2025. Sägs avtalet inte upp senast sex månader före utgången förlängs det med tolv månader i sänder.`,
    expected: {
      start: '2023-01-01',
      end: '2025-12-31',
      renewal: 'automatic(period=12,notice=6)',
    },
  },
  {
    text: `§ 9 Giltighetstid och uppsägning
Överenskommelsen börjar gälla 2021-05-01 och gäller till och med 2023-04-30. Därefter förlängs överenskommelsen ett år i taget om inte någondera parten skriftligen säger upp den minst nio månader dessförinnan, dock längst till 2027-04-30.`,
    expected: {
      start: '2021-05-01',
      end: '2023-04-30',
      renewal: 'automatic(period=12,notice=9,ceiling=2027-04-30)',
    },
  },
  {
    text: `Giltighet
Detta avtal är bindande för parterna från och med den 1 oktober 2020 intill den 30 september 2022, då det upphör utan uppsägning.`,
    expected: { start: '2020-10-01', end: '2022-09-30', renewal: 'none' },
  },
  {
    text: `12. Löptid
Samarbetet pågår från januari 2024 till december 2026. Parterna ska senast i juni 2026 ta ställning till en eventuell fortsättning.`,
    expected: { start: '2024-01', end: '2026-12' },
    open: ['renewal'],
  },
  {
    text: `Avtalsperiod
Perioden för avtalet är 220101-241231. Möjlighet finns till förlängning med ett plus ett år genom skriftlig överenskommelse.`,
    expected: { start: '2022-01-01', end: '2024-12-31', renewal: 'by_agreement(period=12)' },
    open: ['renewal'],
  },
  {
    text: `7 Tid
Partnerskapet inleds den 1 september 2021. Det fortgår till dess att någon av parterna avslutar det, vilket ska ske med sex månaders varsel.`,
    expected: { start: '2021-09-01', end: 'open-ended' },
  },
  {
    text: `Avtalets giltighet och upphörande
Avtalet gäller i 36 månader räknat från 2022-03-01. Ingen automatisk förlängning sker.`,
    expected: { start: '2022-03-01', end: '2025-02-28', renewal: 'none' },
  },
  {
    text: `§ 14 Avtalets ikraftträdande
Avtalet träder i kraft så snart det undertecknats av samtliga parter och gäller i två år därefter.`,
    expected: {},
  },
  {
    text: `Period för överenskommelsen
2020-07-01 till 2021-06-30. Om behov kvarstår kan överenskommelsen förnyas för ytterligare tolv månader efter att parterna utvärderat verksamheten.`,
    expected: { start: '2020-07-01', end: '2021-06-30', renewal: 'by_agreement(period=12)' },
  },
  {
    text: `Avtalstid
Nyttjanderätten upplåts för tiden 2018-01-01–2027-12-31. Uppsägning ska ske skriftligen minst tolv månader före avtalstidens slut. Sker inte det är avtalet förlängt med fem år.`,
    expected: {
      start: '2018-01-01',
      end: '2027-12-31',
      renewal: 'automatic(period=60,notice=12)',
    },
  },
  {
    text: `Omfattning i tid
Avtalet avser läsåret 2023/2024. Inför varje nytt läsår kan parterna komma överens om en förlängning.`,
    expected: { start: '2023', end: '2024', renewal: 'by_agreement' },
    open: ['renewal'],
  },
  {
    text: `Tid och uppsägning
Avtalet gäller under en tvåårsperiod från den 1 april 2022 till den 31 mars 2024 och förlängs därefter med två år åt gången om det inte sagts upp minst ett år före periodens slut.`,
    expected: {
      start: '2022-04-01',
      end: '2024-03-31',
      renewal: 'automatic(period=24,notice=12)',
    },
  },
  {
    text: `10. Avtalsperiod och förtida upphörande
Avtalet gäller t.o.m. 2025-06-30 räknat fr.o.m. 2022-07-01. Avtalet kan inte förlängas. Väsentligt avtalsbrott ger rätt att häva avtalet med omedelbar verkan.`,
    expected: { start: '2022-07-01', end: '2025-06-30', renewal: 'none' },
  },
  {
    text: `Överenskommelsens tid
Överenskommelsen gäller för verksamhetsåren 2021–2023 under förutsättning att kommunfullmäktige beviljar medel för respektive år.`,
    expected: { start: '2021', end: '2023' },
  },
  {
    text: `Avtalstid: 2023-09-01 – tills vidare
Uppsägningstid: 3 månader
Ersättning: 275 000 kr per år, indexuppräknas från 2025`,
    expected: { start: '2023-09-01', end: 'open-ended' },
  },
];
