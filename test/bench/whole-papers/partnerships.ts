import type { WholePaper } from './paper';

/** Partnerships as offices lay them out: letterheads, tables of parties, annexes and signatures. */
export const PARTNERSHIPS: readonly WholePaper[] = [
  {
    text: `ESKILSTUNA KOMMUN                                                  Sida 1 (2)
Socialförvaltningen                                     Dnr SOCN/2021:0417
Blankett SF 118, ver. 4, 2019-03-27

Överenskommelse om idéburet offentligt
partnerskap – Dagverksamheten Stallet

1 Parter

                     Kommunen                      Organisationen
Namn                 Eskilstuna kommun             Stiftelsen Hörnstenen
                     Socialnämnden
Org.nr               212000-0357                   802477-1159
Adress               Alva Myrdals gata 3D          Kungsgatan 88
Postadress           631 86 Eskilstuna             632 20 Eskilstuna
Kontaktperson        Enhetschef vuxen              Verksamhetschef

2 Bakgrund
Stiftelsen har bedrivit dagverksamhet i Eskilstuna sedan 2009. Parterna hade ett
tidigare partnerskap under åren 2018–2020 och samverkan utvärderades våren 2021.

3 Syfte
Syftet med partnerskapet är att personer i hemlöshet ska få en trygg
plats på dagtid, mat för dagen och hjälp att nå samhällets övriga stöd.

4 Målgrupp
Vuxna personer över 20 år som lever i hemlöshet eller i osäkra boendeförhållanden.
\fESKILSTUNA KOMMUN                                                  Sida 2 (2)
Socialförvaltningen                                     Dnr SOCN/2021:0417
Blankett SF 118, ver. 4, 2019-03-27

5 Ekonomi
Kommunen ersätter stiftelsen med 1 450 000 kronor per år. Beloppet räknas upp
från och med 2023 enligt PKV. Rekvisition skickas senast den 15 januari och 15 juli.

6 Uppföljning
Gemensam uppföljning görs senast 2022-11-30 och därefter årligen.

7 Giltighetstid och uppsägning
Överenskommelsen gäller från och med 2022-01-01 till och med 2024-12-31. Om ingen av
parterna skriftligen säger upp överenskommelsen senast nio (9) månader innan den löper
ut förlängs den med ett år i sänder, dock längst till och med 2027-12-31.

Överenskommelsen har upprättats i två likalydande exemplar. Godkänd av socialnämnden
2021-11-17 § 143.

Eskilstuna den 2021-11-29              Eskilstuna den 2021-12-02

____________________________           ____________________________
Socialnämndens ordförande              Direktor, Stiftelsen Hörnstenen`,
    expected: {
      public_actors: 'municipality:0484',
      civil_actors: 'Stiftelsen Hörnstenen',
      purpose:
        'Syftet med partnerskapet är att personer i hemlöshet ska få en trygg plats på dagtid, mat för dagen och hjälp att nå samhällets övriga stöd.',
      start: '2022-01-01',
      end: '2024-12-31',
      renewal: 'automatic(period=12,notice=9,ceiling=2027-12-31)',
      target_group: 'adults',
    },
  },
  {
    text: `Avtal om idéburet offentligt partnerskap
Stödcentrum för unga brottsutsatta i Kronoberg

Detta avtal om idéburet offentligt partnerskap (IOP) har träffats mellan

Region Kronoberg, 232100-0065, regionala utvecklingsnämnden
Växjö kommun, 212000-0662, nämnden för arbete och välfärd
Alvesta kommun, 212000-0639, individ- och familjenämnden

samt

Brottsofferjouren Växjö-Alvesta, 829501-4487
Föreningen Trygg på Riktigt, 802530-6617

nedan gemensamt kallade Parterna.

Bakgrund
Sedan 2017 finns ett stödcentrum för unga i Ljungby kommun. Erfarenheterna därifrån är
goda och Polisregion Syd har förordat en utvidgning.

Ändamål
Att unga som utsatts för brott, och unga som bevittnat brott, erbjuds stöd utan
dröjsmål och oavsett var i regionen de bor.

Målgrupp
Unga mellan 12 och 21 år och deras familjer.

Avtalstid
Partnerskapet löper fr.o.m. den 1 april 2023 t.o.m. den 31 mars 2026. Parterna kan
gemensamt besluta att förlänga partnerskapet med högst två år. Diskussion om detta ska
tas upp senast den 30 september 2025.

För Region Kronoberg        För Växjö kommun           För Alvesta kommun
2023-02-20                  2023-02-27                 2023-03-06
..........................  .........................  ..........................

För Brottsofferjouren Växjö-Alvesta      För Föreningen Trygg på Riktigt
2023-03-08                               2023-03-08
......................................   ......................................`,
    expected: {
      public_actors: 'municipality:0764; municipality:0780; region:07',
      civil_actors: 'Brottsofferjouren Växjö-Alvesta; Föreningen Trygg på Riktigt',
      purpose:
        'Att unga som utsatts för brott, och unga som bevittnat brott, erbjuds stöd utan dröjsmål och oavsett var i regionen de bor.',
      start: '2023-04-01',
      end: '2026-03-31',
      renewal: 'by_agreement(period=24)',
      target_group: 'children_youth',
    },
  },
  {
    text: `Stockholms stad
Farsta stadsdelsförvaltning
Avdelningen för individ och familj

IOP-avtal för språkcafé och öppen mötesplats

Parter i avtalet
Offentlig part: Stockholms stad, Farsta stadsdelsnämnd, org.nr 212000-0142
Idéburen part: Hökarängens Grannskapsförening, org.nr 802493-2108

Avtalets bakgrund
Stadsdelsnämnden beslutade 2022-09-22 att utlysa medel för samarbete med civilsamhället
(dnr FAR 2022/611). Avtalet följer stadens riktlinjer för IOP som antogs 2019-11-25.

Avtalets syfte
Avtalet syftar till att invånare i Hökarängen och Fagersjö, oavsett ålder och
bakgrund, ska kunna mötas, lära sig svenska och ta del av information från staden.

Avtalsperiod
2023-01-01–2024-12-31

Efter avtalsperioden upphör avtalet utan föregående uppsägning.

Kostnad
Ersättning per år 380 tkr. Betalas ut i januari respektive juli.`,
    expected: {
      public_actors: 'municipality:0180',
      civil_actors: 'Hökarängens Grannskapsförening',
      purpose:
        'Avtalet syftar till att invånare i Hökarängen och Fagersjö, oavsett ålder och bakgrund, ska kunna mötas, lära sig svenska och ta del av information från staden.',
      start: '2023-01-01',
      end: '2024-12-31',
      renewal: 'none',
      target_group: 'all',
    },
  },
  {
    text: `Göteborgs Stad
Socialförvaltningen Hisingen

AVTAL IDÉBURET OFFENTLIGT PARTNERSKAP
Vinterplatser för EU-medborgare 2021/2022

§ 1 Avtalsparter
Göteborgs kommun genom dess Socialnämnd Hisingen (nedan Staden)
Göteborgs Räddningsmission, 857200-2809 (nedan Räddningsmissionen)
Frälsningsarmén, 802006-1696, genom sin kår i Göteborg (nedan Frälsningsarmén)
Organisationerna benämns gemensamt Idéburna parter.

§ 2 Partnerskapets inriktning
Partnerskapet ska bidra till att människor som vistas tillfälligt i staden och saknar
bostad har tak över huvudet under de kallaste månaderna.

§ 3 Åtaganden
Räddningsmissionen håller 40 platser och Frälsningsarmén 25 platser. Polismyndigheten
och Västra Götalandsregionens vårdcentral på Hisingen deltar i samråd var fjortonde dag.

§ 4 Tid
Avtalet gäller fr.o.m. 15 november 2021 t.o.m. 15 april 2022. Parterna är överens om att
senast den 1 juni 2022 utvärdera vintersäsongen. Avtalet förlängs inte.

§ 5 Ersättning
Staden utger 2 150 000 kr, varav hälften i november 2021 och hälften i februari 2022.`,
    expected: {
      public_actors: 'municipality:1480',
      civil_actors: 'Göteborgs Räddningsmission; Frälsningsarmén',
      purpose:
        'Partnerskapet ska bidra till att människor som vistas tillfälligt i staden och saknar bostad har tak över huvudet under de kallaste månaderna.',
      start: '2021-11-15',
      end: '2022-04-15',
      renewal: 'none',
    },
    open: ['target_group'],
  },
  {
    text: `Partnerskapsöverenskommelse

Mellan Malmö stad, arbetsmarknads- och socialnämnden, 212000-1124 ("Malmö stad"), å ena
sidan, och Internationella Kvinnoföreningen i Malmö, 846003-1878 ("IKF"), samt Yalla
Trappan, 769621-9349 ("Yalla"), å andra sidan, har denna dag följande överenskommelse om
idéburet offentligt partnerskap ingåtts.

1. Utgångspunkter
Partnerskapet vilar på överenskommelsen mellan Malmö stad och den idéburna sektorn i Malmö
från 2017. Parterna har var för sig erfarenhet av att arbeta med utrikes födda kvinnors
väg till arbete.

2. Vad parterna vill uppnå
Parterna vill uppnå att utrikes födda kvinnor i åldern 30–60 år som står långt från
arbetsmarknaden får egen försörjning.

3. Löptid
Överenskommelsen träder i kraft den 1 september 2020 och gäller tills vidare. Var och en av
parterna kan säga upp överenskommelsen. Uppsägningstiden är sex månader.

Malmö den 24 juni 2020`,
    expected: {
      public_actors: 'municipality:1280',
      civil_actors: 'Internationella Kvinnoföreningen i Malmö; Yalla Trappan',
      purpose:
        'Parterna vill uppnå att utrikes födda kvinnor i åldern 30–60 år som står långt från arbetsmarknaden får egen försörjning.',
      start: '2020-09-01',
      end: 'open-ended',
      target_group: 'adults',
    },
  },
  {
    text: `UTKAST 2022-04-05
Samverkansöverenskommelse (IOP)

Parter
1. Umeå kommun, äldrenämnden, Skolgatan 31A, 901 84 Umeå
2. Röda Korset Umeåkretsen, Box 300, 901 06 Umeå

Överenskommelsens syfte och mål
Genom överenskommelsen vill parterna minska den ofrivilliga ensamheten bland kommunens
äldre invånare.
Målet är att minst 150 personer över 75 år får regelbundet besök av en volontär.

Överenskommelsens längd
Överenskommelsen gäller från ________ till ________ och kan förlängas ett år i taget om
parterna är överens.

Underskrifter
Umeå den ____ / ____ 2022

_____________________            _____________________
Umeå kommun                      Röda Korset Umeåkretsen`,
    expected: {
      public_actors: 'municipality:2480',
      civil_actors: 'Röda Korset Umeåkretsen',
      purpose:
        'Genom överenskommelsen vill parterna minska den ofrivilliga ensamheten bland kommunens äldre invånare.',
      renewal: 'by_agreement(period=12)',
      target_group: 'elderly',
    },
    unclear: ['start', 'end'],
  },
  {
    text: `Överenskommelse om samverkan
Lindesbergs kommun
Lindesbergs Flyktinghjälp

Samverkansparter är Lindesbergs kommun, 212000-2015, kommunstyrelsen, och den ideella
föreningen Lindesbergs Flyktinghjälp, 875002-3106.

Samverkans innehåll
Föreningen ordnar språkvänner, läxläsning och bokcirklar för nyanlända. Kommunen
upplåter lokaler i Lindesbergs bibliotek utan kostnad.

Tid
Överenskommelsen träder i kraft när den undertecknats av båda parter och är giltig i tre år
från sista underskriften.

Lindesberg 2022-05-17                 Lindesberg 2022-06-02

För kommunen                          För föreningen`,
    expected: {
      public_actors: 'municipality:1885',
      civil_actors: 'Lindesbergs Flyktinghjälp',
    },
    open: ['purpose', 'target_group', 'renewal'],
    unclear: ['start', 'end'],
  },
  {
    text: `IOP Familjecentralen Solrosen
                                                            2021-12-01

Sammanfattning av avtalet
Avtalsparter        Mölndals stad, socialnämnden
                    Equmeniakyrkan Mölndal
Avtalstid           2022-01-01 – 2024-12-31
Ersättning          600 000 kr/år

Avtalsvillkor
1. Syfte
Familjecentralen ska stärka föräldrar i deras föräldraroll och främja små barns hälsa
och utveckling.

2. Målgrupp
Blivande föräldrar och föräldrar med barn 0–6 år.

9. Avtalets giltighet
Avtalet gäller från och med den 1 januari 2022 till och med den 31 december 2025.
Uppsägning kan ske vid väsentligt avtalsbrott.`,
    expected: {
      public_actors: 'municipality:1481',
      civil_actors: 'Equmeniakyrkan Mölndal',
      purpose:
        'Familjecentralen ska stärka föräldrar i deras föräldraroll och främja små barns hälsa och utveckling.',
      start: '2022-01-01',
      target_group: 'children_youth',
    },
    unclear: ['end'],
  },
];
