import type { WholePaper } from './paper';

/** Agreements of a page or two: upkeep, grants, use of premises, additions to earlier ones. */
export const SMALL_AGREEMENTS: readonly WholePaper[] = [
  {
    text: `SKÖTSELAVTAL

Kommunen:      Ånge kommun, tekniska förvaltningen, 841 81 Ånge
Föreningen:    Borgsjö Byalag, org nr 889200-1473, c/o ordföranden

Avtalet avser skötsel av badplatsen vid Borgsjön.

Avtalstid:     1/5 2021 - 30/4 2024
Uppsägning:    Avtalet ska sägas upp skriftligen senast 3 månader före avtalstidens
               utgång. I annat fall förlängs avtalet med 1 år i sänder.

Föreningen ska
- klippa gräset minst en gång i veckan under perioden 1 juni–31 augusti
- hålla bryggor och toaletter i ordning
- anmäla skador till kommunen utan dröjsmål

Ersättning:    18 000 kr per år, utbetalas senast 30 september.

Ånge 2021-04-12

Ånge kommun                          Borgsjö Byalag
______________________               ______________________`,
    expected: {
      public_actors: 'municipality:2260',
      civil_actors: 'Borgsjö Byalag',
      start: '2021-05-01',
      end: '2024-04-30',
      renewal: 'automatic(period=12,notice=3)',
    },
    open: ['purpose', 'target_group'],
  },
  {
    text: `Bidragsavtal 2020–2022

Bidragsgivare     Kristinehamns kommun
                  Skolnämnden
                  681 84 Kristinehamn
Bidragsmottagare  Unga Örnar Kristinehamn
                  Org.nr 873200-1550
                  Plusgiro 41 22 90-3

Avtalet reglerar kommunens bidrag till föreningens lovverksamhet för barn i årskurs 1–6.
Verksamheten bedrivs i enlighet med skollagen (2010:800) och barnkonventionen (SFS 2018:1197).

Avtalets syfte är att alla barn, oavsett familjens inkomst, ska ha något roligt att
göra på loven.

Avtalet omfattar verksamhetsåren 2020, 2021 och 2022. Därefter upphör avtalet att gälla.

Bidrag utgår med 95 000 kr för 2020, 97 000 kr för 2021 och 99 000 kr för 2022.
Bidraget betalas tillbaka om verksamheten inte genomförs.`,
    expected: {
      public_actors: 'municipality:1781',
      civil_actors: 'Unga Örnar Kristinehamn',
      purpose:
        'Avtalets syfte är att alla barn, oavsett familjens inkomst, ska ha något roligt att göra på loven.',
      start: '2020',
      end: '2022',
      renewal: 'none',
      target_group: 'children_youth',
    },
  },
  {
    text: `Nyttjanderättsavtal nr 14/2018

Åtvidabergs kommun, 212000-0431, nedan kallad upplåtaren, upplåter härmed till Kinda-Ydre
Släktforskarförening, 822003-4618, nedan kallad nyttjanderättshavaren, lokal om 64 kvm i
Gamla biblioteket på följande villkor.

1. Ändamål
Lokalen får användas till forskarstuga, studiecirklar och förvaring av arkivmaterial.

2. Upplåtelsetid
Upplåtelsen sker för tiden 2018-07-01 t.o.m. 2021-06-30 och förlängs med tre år för varje
gång om den inte har sagts upp av någondera parten senast tolv månader före utgången av den
löpande perioden.

3. Ersättning
Lokalen upplåts utan hyra.

Åtvidaberg den 11 juni 2018`,
    expected: {
      public_actors: 'municipality:0561',
      civil_actors: 'Kinda-Ydre Släktforskarförening',
      start: '2018-07-01',
      end: '2021-06-30',
      renewal: 'automatic(period=36,notice=12)',
    },
    open: ['purpose', 'target_group'],
  },
  {
    text: `Överenskommelse om väntjänst

mellan Sunne kommun, vårdnämnden,
och följande pensionärsorganisationer:
– PRO Sunne
– SPF Seniorerna Fryksdalen
– SKPF Pensionärerna avdelning 71

Organisationerna åtar sig att gemensamt ordna väntjänst för kommunens äldre.

Vi gör detta för att ingen äldre i Sunne ska behöva känna sig ensam.

Överenskommelsen gäller fr o m 2019-09-01 t o m 2020-08-31 och förlängs automatiskt ett år åt
gången, dock högst fyra gånger, om den inte sägs upp minst två månader i förväg.

Sunne 2019-08-22`,
    expected: {
      public_actors: 'municipality:1766',
      civil_actors: 'PRO Sunne; SPF Seniorerna Fryksdalen; SKPF Pensionärerna avdelning 71',
      purpose: 'Vi gör detta för att ingen äldre i Sunne ska behöva känna sig ensam.',
      start: '2019-09-01',
      end: '2020-08-31',
      renewal: 'automatic(period=12,notice=2,ceiling=4)',
      target_group: 'elderly',
    },
  },
  {
    text: `TILLÄGGSAVTAL NR 2

Parter: Vetlanda kommun (socialnämnden) och RIA Vetlanda (827001-2035)

Mellan parterna gäller sedan 2016-10-01 ett avtal om öppen verksamhet för personer med
missbruksproblem (avtal 2016/88, tilläggsavtal nr 1 daterat 2018-09-14).

Parterna är nu överens om följande.
a) Avtalet förlängs till och med 2022-09-30.
b) Ersättningen höjs från och med 2020-10-01 till 540 000 kr per år.
c) I övrigt gäller avtalet oförändrat.

Vetlanda 2020-09-08`,
    expected: {
      public_actors: 'municipality:0685',
      civil_actors: 'RIA Vetlanda',
      end: '2022-09-30',
    },
    open: ['start', 'purpose', 'target_group', 'renewal'],
  },
  {
    text: `Samarbetsavtal läxhjälp

Upprättat mellan
Burlövs kommun, utbildnings- och kulturnämnden,
och
Studieförbundet Vuxenskolan Skåne, avd. Sydväst

Läsåret 2022/2023

Vuxenskolan ansvarar för läxhjälp två eftermiddagar i veckan på Vårbo- och Dalslundsskolan.
Insatsen riktar sig till elever i årskurs 7–9.

Avtalet gäller 22 augusti 2022 till 9 juni 2023.
Inför nytt läsår träffas parterna för att diskutera fortsatt samarbete.`,
    expected: {
      public_actors: 'municipality:1231',
      civil_actors: [
        'Studieförbundet Vuxenskolan Skåne, avd. Sydväst',
        'Studieförbundet Vuxenskolan Skåne',
      ],
      start: '2022-08-22',
      end: '2023-06-09',
      target_group: 'children_youth',
    },
    open: ['purpose', 'renewal'],
  },
  {
    text: `Avtal gällande drift av Fritidsgården Ankaret

Avtalspart 1
Härnösands kommun
Kultur- och fritidsförvaltningen
871 80 Härnösand
Organisationsnummer: 212000-2403

Avtalspart 2
KFUM Härnösand
Skeppsbron 9
871 30 Härnösand
Organisationsnummer: 888000-2293

Vi som skriver avtalet vill att ungdomar i Härnösand ska ha en drogfri plats att vara på
under kvällar och helger.

Avtalet löper i 24 månader från den 1 mars 2022. Det kan förlängas med 12 månader om båda
avtalsparterna är överens senast 3 månader innan avtalet går ut.

Ort och datum                         Ort och datum
Härnösand 22-02-07                    Härnösand 22-02-09`,
    expected: {
      public_actors: 'municipality:2280',
      civil_actors: 'KFUM Härnösand',
      purpose:
        'Vi som skriver avtalet vill att ungdomar i Härnösand ska ha en drogfri plats att vara på under kvällar och helger.',
      start: '2022-03-01',
      end: '2024-02-29',
      renewal: ['by_agreement(period=12)', 'by_agreement(period=12,notice=3)'],
      target_group: 'children_youth',
    },
  },
  {
    text: `Avtal mellan Region Gävleborg, Hälso- och sjukvårdsnämnden, Söderhamns kommun, Omvårdnadsnämnden
och RSMH Söderhamn om kamratstödjare

Avtalet är slutet den 4 februari 2019.

Parterna ska tillsammans utveckla kamratstöd för vuxna med långvarig psykisk ohälsa.

Avtalstiden är fem år från och med den 1 mars 2019.

Vardera parten äger rätt att säga upp avtalet i förtid. Uppsägningstiden är då tolv månader.`,
    expected: {
      public_actors: 'municipality:2182; region:21',
      civil_actors: 'RSMH Söderhamn',
      purpose:
        'Parterna ska tillsammans utveckla kamratstöd för vuxna med långvarig psykisk ohälsa.',
      start: '2019-03-01',
      end: '2024-02-29',
      target_group: 'adults',
    },
  },
];
