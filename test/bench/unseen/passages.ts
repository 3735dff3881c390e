import type { UnseenPassage } from './passage';

/** Openings, purposes and groups: who agrees, what for, and for whom. */
export const PASSAGES: readonly UnseenPassage[] = [
  {
    text: `Följande parter har träffat denna överenskommelse:
1) Luleå kommun, barn- och utbildningsnämnden, org.nr 212000-2742
2) Majblommans lokalförening i Luleå, org.nr 897001-2204`,
    expected: {
      public_actors: 'municipality:2580',
      civil_actors: 'Majblommans lokalförening i Luleå',
    },
  },
  {
    text: `Avtal om idéburet offentligt partnerskap har upprättats mellan Stadsdelsnämnden Angered i Göteborgs Stad och Hammarkullens Kvinnoförening.`,
    expected: {
      public_actors: 'municipality:1480',
      civil_actors: 'Hammarkullens Kvinnoförening',
    },
  },
  {
    text: `Kommun: Arvika kommun
Förening: Arvika Konstförening
Organisationsnummer: 874000-3346
Avtalet avser: konstverksamhet för elever i grundskolan`,
    expected: {
      public_actors: 'municipality:1784',
      civil_actors: 'Arvika Konstförening',
      target_group: 'children_youth',
    },
    open: ['purpose'],
  },
  {
    text: `Denna överenskommelse tecknas av Enskede-Årsta-Vantörs stadsdelsnämnd, Stockholms stad, och Sveriges Stadsmissioners medlem Skarpnäcks Diakonicenter.

Mål
Att fler personer över 65 år deltar i de öppna träffarna och att den ofrivilliga ensamheten minskar.`,
    expected: {
      public_actors: 'municipality:0180',
      civil_actors: 'Skarpnäcks Diakonicenter',
      purpose:
        'Att fler personer över 65 år deltar i de öppna träffarna och att den ofrivilliga ensamheten minskar.',
      target_group: 'elderly',
    },
  },
  {
    text: `Målgrupper
Verksamheten riktar sig till nyanlända vuxna i åldern 25–60 år som ännu inte har en anställning.`,
    expected: { target_group: 'adults' },
  },
  {
    text: `3. Deltagare
Insatserna är öppna för samtliga kommuninvånare oavsett ålder, kön och bakgrund.`,
    expected: { target_group: 'all' },
  },
  {
    text: `Vem vänder sig verksamheten till?
Läxhjälpen är till för gymnasieelever och högstadieelever på Lagunskolan.`,
    expected: { target_group: 'children_youth' },
  },
  {
    text: `Bakgrund
Kommunen och församlingen har sedan 2012 samarbetat kring öppen förskola. Avsikten med partnerskapet är att småbarnsföräldrar ska få stöd i sitt föräldraskap så att barnen får en god start i livet.`,
    expected: {
      purpose:
        'Avsikten med partnerskapet är att småbarnsföräldrar ska få stöd i sitt föräldraskap så att barnen får en god start i livet.',
      target_group: 'children_youth',
    },
  },
  {
    text: `Syfte och mål
Överenskommelsen ska medverka till att pensionärer på Norra Öland kan ta del av kultur på hemmaplan.`,
    expected: {
      purpose:
        'Överenskommelsen ska medverka till att pensionärer på Norra Öland kan ta del av kultur på hemmaplan.',
      target_group: 'elderly',
    },
  },
  {
    text: `Undertecknande
För Piteå kommun                      För Piteå Dövas Förening
Ort och datum: Piteå 2021-03-04       Ort och datum: Piteå 2021-03-09
______________________                ______________________
Socialnämndens ordförande             Föreningens ordförande`,
    expected: {
      public_actors: 'municipality:2581',
      civil_actors: 'Piteå Dövas Förening',
    },
  },
];
