import type { WholePaper } from './paper';

/** Papers that speak of agreements, alone or before the agreement they send along. */
export const OFFICE_PAPERS: readonly WholePaper[] = [
  {
    text: `                                                        TJÄNSTESKRIVELSE
                                                        1 (2)
Socialförvaltningen              2022-10-18             Dnr SN 2022/0188
Handläggare                                             Till socialnämnden
Utvecklingsledare

Idéburet offentligt partnerskap med Tjejjouren Månstrålen

Förslag till beslut
Socialnämnden beslutar att ingå idéburet offentligt partnerskap med Tjejjouren Månstrålen
för perioden 2023-01-01 till och med 2025-12-31 till en kostnad om 420 000 kr per år.

Sammanfattning
Nybro kommun har sedan 2019 ett avtal med jouren. Avtalet löper ut 2022-12-31.
Syftet med partnerskapet är att unga tjejer i kommunen ska få stöd. Förvaltningen föreslår
att avtalet förlängs automatiskt ett år i taget.

Beslutet skickas till
Tjejjouren Månstrålen`,
    expected: {},
  },
  {
    text: `HUDIKSVALLS KOMMUN              SAMMANTRÄDESPROTOKOLL              Sida
Social- och omsorgsnämnden      Sammanträdesdatum                  14 (31)
                                2020-11-25

§ 127                                                   Dnr 2020-000212

Överenskommelse med Hela Människan Hudiksvall om öppen dagverksamhet

Social- och omsorgsnämndens beslut
1. Överenskommelsen godkänns att gälla från och med 2021-01-01 till och med 2022-12-31.
2. Ordföranden får i uppdrag att underteckna överenskommelsen.

Ärendebeskrivning
Hela Människan Hudiksvall har ansökt om fortsatt stöd. Verksamheten vänder sig till vuxna.

Utdragsbestyrkande`,
    expected: {},
  },
  {
    text: `Följebrev

Datum 2021-03-02
Vår referens: KS/2021:99

Hjo Ridsällskap
Sekreteraren

Hej!
Översänder härmed två exemplar av avtalet för underskrift. Skicka tillbaka det ena exemplaret
i bifogat svarskuvert senast den 19 mars 2021. Utbetalning av bidraget för 2021 sker när vi fått
in avtalet.

Har ni frågor är ni välkomna att höra av er.

Med vänlig hälsning
Kansliet
Hjo kommun`,
    expected: {},
    open: ['public_actors', 'civil_actors'],
  },
  {
    text: `Följebrev

Datum 2023-06-20                                        Dnr KFN 2023/71

Vallentuna Friluftsråd

Här kommer ert exemplar av det påskrivna avtalet. Det gamla avtalet, som gällde 2020-07-01–2023-06-30,
kan ni slänga.

Hälsningar
Kultur- och fritidsförvaltningen
\fAVTAL

mellan Vallentuna kommun, fritidsnämnden, 212000-0027 ("kommunen")
och Vallentuna Friluftsråd, 814800-5179 ("föreningen").

1. Avtalets syfte är att fler vuxna och barn ska röra på sig utomhus i Vallentunas
skogar.

2. Föreningen underhåller 42 km vandringsleder och vindskydden vid Tomta hage.

3. Avtalet gäller under tiden 1 juli 2023 – 30 juni 2026. Sker inte uppsägning senast sex
månader före avtalstidens utgång är avtalet förlängt med tre år på oförändrade villkor.

Vallentuna 2023-06-14`,
    expected: {
      public_actors: 'municipality:0115',
      civil_actors: 'Vallentuna Friluftsråd',
      purpose:
        'Avtalets syfte är att fler vuxna och barn ska röra på sig utomhus i Vallentunas skogar.',
      start: '2023-07-01',
      end: '2026-06-30',
      renewal: 'automatic(period=36,notice=6)',
    },
    open: ['target_group'],
  },
  {
    text: `Tjänsteutlåtande
Utfärdat 2019-10-02                                     Diarienummer 0412/19

Förlängning av samverkan med Skyddsvärnet

Förslag till beslut
Att teckna bilagd överenskommelse för 2020 och 2021.

Ekonomiska konsekvenser
Kostnaden ryms inom budget. Överenskommelsen löper som längst till 2023-12-31.

Bilaga 1: Överenskommelse
\fBilaga 1

Överenskommelse om idéburet offentligt partnerskap

Parter: Trollhättans stad, arbetsmarknads- och socialnämnden, och Föreningen Skyddsvärnet i
Trollhättan.

Målgrupp
Män och kvinnor över 25 år som nyligen avtjänat ett fängelsestraff.

Mål med partnerskapet
Partnerskapet ska ge frigivna en väg till bostad, arbete och ett liv utan brott.

Tidsperiod
Överenskommelsen gäller 1 januari 2020 till 31 december 2021. Den kan därefter, efter beslut av
nämnden och föreningens styrelse, förlängas med ytterligare två år.`,
    expected: {
      public_actors: 'municipality:1488',
      civil_actors: 'Föreningen Skyddsvärnet i Trollhättan',
      purpose: 'Partnerskapet ska ge frigivna en väg till bostad, arbete och ett liv utan brott.',
      start: '2020-01-01',
      end: '2021-12-31',
      renewal: 'by_agreement(period=24)',
      target_group: 'adults',
    },
  },
  {
    text: `Slutrapport IOP Landa på jobbet 2019–2021

Inlämnad av: Föreningen Ny Väg Borlänge
Till: Borlänge kommun, arbetsmarknads- och socialnämnden
Avser perioden 2019-09-01–2021-08-31

Syftet med projektet var att korta vägen till arbete. Totalt deltog 83 personer, varav 31 kvinnor.
Föreningen hoppas att överenskommelsen förlängs ett år i taget.`,
    expected: {},
  },
  {
    text: `Från: Handläggare kultur
Till: Ordförande Tierps Hembygdsförening
Skickat: den 14 december 2022 09:12
Ämne: SV: Avtalet om Löfstastugan

Hej,

som vi sade i telefon bekräftar jag att avtalet mellan Tierps kommun och Tierps
Hembygdsförening om visningar av Löfstastugan förlängs att gälla från och med 2023-01-01 till
och med 2023-12-31. Samma ersättning som förut, 25 000 kr.

God jul!

> Hej, hur går det med avtalet? Det gick ju ut 2021-12-31 egentligen.
> /Ordföranden`,
    expected: {
      public_actors: 'municipality:0360',
      civil_actors: 'Tierps Hembygdsförening',
      start: '2023-01-01',
      end: '2023-12-31',
    },
    open: ['renewal', 'purpose'],
  },
  {
    text: `Från: registrator
Skickat: den 3 februari 2025 15:41
Ämne: Begäran om allmän handling - IOP

Hej!

Vi har inga IOP-avtal i Norsjö kommun. Däremot har vi sedan 2022 ett föreningsbidrag till Norsjö
Frivilligcentral som beslutas årsvis enligt bidragsreglerna från 2015-06-15.

Med vänliga hälsningar
Registrator, Norsjö kommun, org.nr 212000-2759`,
    expected: {},
    open: ['public_actors', 'civil_actors'],
  },
  {
    text: `Riktlinje för idéburet offentligt partnerskap
Dokumenttyp: Riktlinje    Beslutad av: Kommunfullmäktige 2021-09-27 § 155
Gäller för: Samtliga nämnder   Giltighetstid: 2022-01-01–2025-12-31

1. Syfte
Syftet med riktlinjen är att ge nämnderna i Skövde kommun stöd när de ingår partnerskap.

2. Avtalets innehåll
Avtalet ska ange parter, målgrupp, ekonomi och avtalstid. Avtalstiden bör vara minst ett och högst
tre år. Avtal kan förlängas om båda parter är överens.`,
    expected: {},
  },
  {
    text: `Ansökan om IOP

Sökande organisation: Filipstads Kvinnojour
Kommun: Filipstads kommun
Önskad avtalsperiod: 2024-01-01–2026-12-31
Målgrupp: Våldsutsatta kvinnor
Sökt belopp: 700 000 kr

Syfte: Att kvinnor som utsätts för våld får skydd dygnet runt.`,
    expected: {},
  },
];
