import type { UnseenPassage } from './passage';

/** Papers around agreements, and sentences whose dates and names are something else. */
export const TRAPS: readonly UnseenPassage[] = [
  {
    text: `Tjänsteutlåtande
Datum 2023-02-14
Dnr SOC 2022-2024-118

Förslag till beslut
Nämnden godkänner att förvaltningen förlänger samarbetet med Tjejjouren Bellis under 2023-2024.`,
    expected: {},
  },
  {
    text: `Riktlinjer för idéburet offentligt partnerskap i Nybro kommun
Antagna av kommunfullmäktige 2022-06-20 § 88. Gäller från 2022-07-01 och tills vidare.
Ett IOP bör normalt tecknas på två till tre år och kan därefter förlängas.`,
    expected: {},
    open: ['start', 'end', 'renewal', 'public_actors'],
  },
  {
    text: `Uppföljning
Föreningen lämnar verksamhetsberättelse senast den 31 mars varje år. Första rapporten avser perioden 2022-01-01–2022-06-30.
Avtalsperiod
Avtalet gäller från och med 2022-01-01 till och med 2024-12-31.`,
    expected: { start: '2022-01-01', end: '2024-12-31' },
  },
  {
    text: `Avtalet ersätter tidigare avtal mellan parterna för perioden 2019-01-01 till 2021-12-31.
Det nya avtalet löper från 2022-01-01 och till 2023-12-31.`,
    expected: { start: '2022-01-01', end: '2023-12-31' },
  },
  {
    text: `Verksamheten bedrivs enligt socialtjänstlagen (2001:453) och lagen (1993:387) om stöd och service till vissa funktionshindrade. Föreningen bildades 1998 och är ansluten till Unizon.`,
    expected: {},
  },
  {
    text: `Sida 2 av 5
Mall-id 4471 version 3.2, 2019-11-05
Ekonomi
Kommunen betalar 400 000 kronor för 2020 och 420 000 kronor för 2021. Beloppet rekvireras senast den 15 januari.`,
    expected: {},
  },
  {
    text: `Tillägg till överenskommelse mellan Sala kommun och Sala Hembygdsförening
Parterna är överens om att överenskommelsen, som skulle ha upphört 2023-12-31, i stället ska gälla till och med 2024-06-30. Övriga villkor är oförändrade.`,
    expected: {
      public_actors: 'municipality:1981',
      civil_actors: 'Sala Hembygdsförening',
      end: '2024-06-30',
    },
  },
  {
    text: `Avtal mellan Höörs kommun och Skåne Stadsmission
Avtalet ska gälla från och med den ______ 20__ till och med den ______ 20__.
Stadsmissionen är verksam även i Eslövs kommun och Hörby kommun.`,
    expected: { public_actors: 'municipality:1267', civil_actors: 'Skåne Stadsmission' },
  },
];
