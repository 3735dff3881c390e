import type { WholePaper } from './paper';

/** What a poor copy leaves of an agreement, and a long one with everything that stands around it. */
export const SCANS: readonly WholePaper[] = [
  {
    text: `.  ,
SAMARBETSAVTAL

rnellan Melleruds kornmun, socialnärnnden, 212000-1488, nedan kallad kornmunen,
och Kvinnojouren lris, 864501-2900, nedan kallad jouren.

§ l  Uppdrag
Jouren erbjuder kvinnor sorn utsatts för våld en tillfällig bostad sarnt samtalsstöd.

§ 2 Avta1stid
Avtalet gäl1er fr.o.m. den l januari 2O2l t.o.m. den 3l decernber 2023. Orn avtalet inte sägs
upp senast sex månader före avtalstidens ut gång förlängs det med ett år i sänder.

Mellerud den l5 decernber 2020
~~ _-  .·`,
    expected: {
      public_actors: 'municipality:1461',
      civil_actors: ['Kvinnojouren lris', 'Kvinnojouren Iris'],
      start: '2021-01-01',
      end: '2023-12-31',
      renewal: 'automatic(period=12,notice=6)',
      target_group: 'adults',
    },
    open: ['purpose'],
  },
  {
    text: `I   Överenskommelse om öppen förskola         t
_——
Parter:
Ovanåkers kommun, Barn— och utbi1dningsnämnden , 828 80 Edsbyn
Svenska kyrkan, Ovanåkers forsamling , Langgatan 26 ; 828 30 Edsbyn

ln1edning
Öppen förskola har funnits i Edsbyn sedan 1987 .

Syfte: Barn i aldern 0-6 år och deras föräldrar ska fa mötas , leka och
sjunga tillsammans .

Overenskommelsen galler 2019—08-01—-2021-07-31 .  Darefter upphör den utan uppsagning .

'  Edsbyn 2019-06-1 7   .:
,   /i`,
    expected: {
      public_actors: 'municipality:2121',
      civil_actors: [
        'Svenska kyrkan, Ovanåkers forsamling',
        'Svenska kyrkan, Ovanåkers församling',
        'Svenska kyrkan Ovanåkers forsamling',
        'Ovanåkers forsamling',
      ],
      start: '2019-08-01',
      end: '2021-07-31',
      renewal: 'none',
      target_group: 'children_youth',
    },
    open: ['purpose'],
  },
  {
    text: `rJ  IOP-AVTAL
I Parter
Kommunen          Föreningen
Ludvika kommun    Ludvika lslamiska Kulturforening
Social- och utbi1dnings-    Timmermansvagen 7
nämnden           771 53 Ludvika
771 82 Ludvika
3 Målgrupp: Ungdomar 13-20 år i Ludvika centrum
4 Tid
A vtalet löper fran och rned 2022-02-01 till och rned 2023-01-31
5 Uppsägning
Uppsägningstid 3 rnånader . Avtalet förlängs ej autornatiskt.
For Ludvika kommun       Fôr föreningen
;i~ —7 L                  (oläsligt)`,
    expected: {
      public_actors: 'municipality:2085',
      civil_actors: [
        'Ludvika lslamiska Kulturforening',
        'Ludvika Islamiska Kulturforening',
        'Ludvika Islamiska Kulturförening',
      ],
      start: '2022-02-01',
      end: '2023-01-31',
      renewal: 'none',
      target_group: 'children_youth',
    },
    open: ['purpose'],
  },
  {
    text: `Idéburet offentligt partnerskap
Personligt ombud i samverkan

Innehåll
1 Parter .......................... 1
2 Syfte ........................... 1
3 Avtalstid ....................... 2
Bilaga 1 Budget ................... 3

1 Parter
Täby kommun, social- och arbetsmarknadsnämnden (212000-0118), Danderyds kommun, socialnämnden
(212000-0126) och Vallentuna kommun, socialnämnden (212000-0027), nedan Kommunerna.
Nordostkustens Ombudsförening, 802455-7301, nedan Föreningen, är medlem i NSPH och
samarbetar med Attention i Sollentuna.

2 Syfte
Partnerskapet syftar till att vuxna med omfattande psykiska funktionsnedsättningar får ett
personligt ombud och därigenom del av samhällets insatser på lika villkor.
\f3 Avtalstid
Avtalet gäller fr.o.m. 2021-04-01 under tre år, dvs. t.o.m. 2024-03-31. Föreningen ska varje år
till den 1 mars lämna en årsredovisning.
En part som vill frånträda avtalet meddelar övriga parter senast tolv månader i förväg. Görs inte
det förlängs avtalet med ett år per gång, dock högst två gånger.

4 Personuppgifter
Parterna följer dataskyddsförordningen (EU) 2016/679 och offentlighets- och sekretesslagen (2009:400).
Arkivering sker enligt plan fastställd 2018-05-24.
\fBilaga 1 Budget
                              2021        2022        2023        2024
Täby kommun                   450 000     612 000     620 000     155 000
Danderyds kommun              225 000     306 000     310 000     77 500
Vallentuna kommun             225 000     306 000     310 000     77 500
\fSigneringslogg
Dokument: IOP Personligt ombud.pdf
Skapat 2021-03-01 08:14 UTC av kansli@taby.example
Signerat 2021-03-02 10:51 UTC  Täby kommun
Signerat 2021-03-04 13:20 UTC  Danderyds kommun
Signerat 2021-03-09 07:45 UTC  Vallentuna kommun
Signerat 2021-03-09 19:02 UTC  Nordostkustens Ombudsförening
Transaktion 09222115557441998877`,
    expected: {
      public_actors: 'municipality:0115; municipality:0160; municipality:0162',
      civil_actors: 'Nordostkustens Ombudsförening',
      purpose:
        'Partnerskapet syftar till att vuxna med omfattande psykiska funktionsnedsättningar får ett personligt ombud och därigenom del av samhällets insatser på lika villkor.',
      start: '2021-04-01',
      end: '2024-03-31',
      renewal: 'automatic(period=12,notice=12,ceiling=2)',
      target_group: 'adults',
    },
  },
  {
    text: `Sida 1 av 1

Överenskommelse mellan Stockholms stad
(Offentlig part: Skarpnäcks stadsdelsnämnd)
och Verdandi Skarpnäck
(Idéburen part)

Denna överenskommelse reglerar parternas gemensamma arbete för att barn i Bagarmossen
och Skarpnäck ska ha någonstans att ta vägen efter skolan.

Giltig fr.o.m 2018-01-01 t.o.m 2019-12-31 med möjlighet till förlängning 1+1 år.

Uppföljning: 31 jan 2019, 31 jan 2020`,
    expected: {
      public_actors: 'municipality:0180',
      civil_actors: 'Verdandi Skarpnäck',
      start: '2018-01-01',
      end: '2019-12-31',
      target_group: 'children_youth',
      renewal: ['by_agreement(period=12)', 'by_agreement(period=12,ceiling=2)', 'by_agreement'],
    },
    open: ['purpose'],
  },
  {
    text: `Partneröverenskommelse Våga vara

Norrtälje kommun          Kommunalförbundet Sjukvård och omsorg i Norrtälje
Box 800                   Box 905
761 28 Norrtälje          761 29 Norrtälje
212000-0217               222000-1784

Brottsofferjouren Roslagen
Box 58, 761 21 Norrtälje
814400-3095

har kommit överens om att bedriva verksamheten Våga vara, som erbjuder barn som upplevt våld i
hemmet gruppsamtal.

Start: vårterminen 2022
Slut: löpande

Varje part kan avsluta sin medverkan med en termins varsel.`,
    expected: {
      public_actors: 'municipality:0188',
      civil_actors: 'Brottsofferjouren Roslagen',
      target_group: 'children_youth',
    },
    open: ['purpose', 'start', 'end', 'renewal', 'public_actors'],
  },
];
