/**
 * Agreements in other words than the sample collection's: invented, written once without a look at
 * the detector's rules, and not used for making it. Expected values as `formatValue` writes them,
 * public actors by id; `null` where the text does not say, and nothing ought to be proposed.
 */
export const OTHER_WORDS: readonly {
  readonly text: string;
  readonly expected: Readonly<Record<string, string | null>>;
}[] = [
  {
    text: `Överenskommelse om Idéburet Offentligt Partnerskap för Café Gemenskap

Parter
Kungsbacka kommun, Nämnden för Förskola & Grundskola, 434 81 Kungsbacka, org. nr. 212000-1256
Rädda Barnen Kungsbacka, Box 12, 434 21 Kungsbacka, org. nr. 849500-3313

1. Bakgrund och syfte
Parterna vill genom detta IOP ge barn i ekonomiskt utsatta familjer en meningsfull fritid.

2. Överenskommelsens giltighet
Överenskommelsen gäller fr.o.m. 2022-08-15 t.o.m. 2024-06-14 och kan därefter förlängas med ett år om båda parter önskar det.`,
    expected: {
      public_actors: 'municipality:1384',
      civil_actors: 'Rädda Barnen Kungsbacka',
      start: '2022-08-15',
      end: '2024-06-14',
      renewal: 'by_agreement(period=12)',
      target_group: 'children_youth',
    },
  },
  {
    text: `SAMARBETSAVTAL
Tecknat mellan Örnsköldsviks kommun, nedan benämnd kommunen och Kvinnojouren Kom Ögonblicket, nedan benämnd jouren.
§ 1 Avtalets omfattning
Jouren ska erbjuda våldsutsatta kvinnor och deras barn skyddat boende.
§ 2 Ersättning
Kommunen utger 650 000 kronor för 2021.
§ 3 Avtalstid
Avtalet är treårigt och gäller från 1 januari 2021. Uppsägning skall ske skriftligt senast sex månader före avtalstidens utgång, i annat fall förlängs avtalet med tolv månader.`,
    expected: {
      public_actors: 'municipality:2284',
      civil_actors: 'Kvinnojouren Kom Ögonblicket',
      start: '2021-01-01',
      end: '2023-12-31',
      renewal: 'automatic(period=12,notice=6)',
    },
  },
  {
    text: `Diarienummer: ALN 2019/00321
Avtal IOP

Mellan Uppsala kommun (nedan kallad Kommunen) och Uppsala Stadsmission (nedan kallad Organisationen) träffas härmed avtal avseende drift av Mikaelsgårdens dagverksamhet.

Giltighetstid
Detta avtal träder i kraft när båda parter undertecknat det och gäller därefter under tre år.

Målgrupp
Hemlösa och socialt utsatta personer över 18 år.`,
    expected: {
      public_actors: 'municipality:0380',
      civil_actors: 'Uppsala Stadsmission',
      start: null,
      end: null,
      target_group: 'adults',
    },
  },
  {
    text: `Partnerskapsöverenskommelse

Denna överenskommelse har träffats mellan Region Västerbotten och Funktionsrätt Västerbotten.

Ändamål
Ändamålet är att stärka brukarnas inflytande i vården.

Tid
Överenskommelsen gäller kalenderåren 2023-2025. Den upphör att gälla utan föregående uppsägning.`,
    expected: {
      public_actors: 'region:24',
      civil_actors: 'Funktionsrätt Västerbotten',
      start: '2023',
      end: '2025',
      renewal: 'none',
      purpose: 'Ändamålet är att stärka brukarnas inflytande i vården.',
    },
  },
  {
    text: `PROTOKOLLSUTDRAG
Socialnämnden 2022-03-15 § 41
Idéburet offentligt partnerskap med Verdandi
Beslut
Socialnämnden beslutar att teckna avtal för perioden 2022-04-01 - 2023-03-31.
Bakgrund
Nuvarande avtal löper ut 2022-03-31.`,
    expected: { start: null, end: null, civil_actors: null },
  },
  {
    text: `Avtal om nyttjande och skötsel av Björklidens IP

Upplåtare: Bodens kommun, fritidsförvaltningen
Nyttjare: Björklidens SK, 897000-1122

Upplåtelsetid
Upplåtelsen sker för en tid av fem (5) år, räknat från och med den 1 maj 2019 till och med den 30 april 2024. Därefter löper avtalet vidare med ett år i sänder såvida inte uppsägning skett senast nio (9) månader före den löpande avtalsperiodens utgång.`,
    expected: {
      public_actors: 'municipality:2582',
      civil_actors: 'Björklidens SK',
      start: '2019-05-01',
      end: '2024-04-30',
      renewal: 'automatic(period=12,notice=9)',
    },
  },
  {
    text: `Överenskommelse
om samverkan för äldres psykiska hälsa
mellan
Borås Stad, Vård- och äldrenämnden
och
PRO Borås samorganisation

Överenskommelsens syfte är att bryta äldres isolering genom hembesök och gemensamma måltider.

Samverkan påbörjas i september 2020 och pågår tills vidare. Endera parten kan säga upp överenskommelsen med tre månaders varsel.`,
    expected: {
      public_actors: 'municipality:1490',
      civil_actors: 'PRO Borås samorganisation',
      start: '2020-09',
      end: 'open-ended',
      target_group: 'elderly',
      purpose:
        'Överenskommelsens syfte är att bryta äldres isolering genom hembesök och gemensamma måltider.',
    },
  },
  {
    text: `Tilläggsavtal 1
till avtal om IOP tecknat 2018-06-12 mellan Sundsvalls kommun och Svenska kyrkan Sundsvalls församling
Avtalet förlängs härmed att gälla även under tiden 2021-01-01–2021-12-31. I övrigt gäller avtalets villkor oförändrade.
Ersättningen för 2021 är 410 000 kr.`,
    expected: {
      public_actors: 'municipality:2281',
      civil_actors: 'Svenska kyrkan Sundsvalls församling',
      start: '2021-01-01',
      end: '2021-12-31',
      renewal: null,
    },
  },
];
