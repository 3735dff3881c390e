import type { LegalForm } from '../luhn';
import { inventOrganisationNumber } from '../luhn';
import type { Random } from '../random';
import type { AreaId } from './area';

/** An organisation from civil society as party. All are invented, with invented numbers and people. */
export interface Association {
  readonly name: string;
  /** What the agreement calls it: "Föreningen". */
  readonly term: string;
  readonly form: LegalForm;
  /** `umbrella:…` of the reference data. */
  readonly umbrella: string | null;
  readonly organisationNumber: string;
}

type Kind = readonly [pattern: string, umbrella: string | null, form?: LegalForm];

/** {bygd} an invented district, {namn} an invented proper name, {kommun} a municipality that is not party. */
const kinds: Readonly<Record<AreaId, readonly Kind[]>> = {
  safety: [
    ['Nattvandrarna i {bygd}', 'nattvandring'],
    ['{bygd} IF', 'idrottsforening'],
    ['Föreningen Trygga Vuxna i {bygd}', null],
    ['Stiftelsen {namn}', null, 'foundation'],
  ],
  leisure_education: [
    ['Rädda Barnens lokalförening i {bygd}', 'radda-barnen'],
    ['{bygd} IF', 'idrottsforening'],
    ['{bygd}s hembygdsförening', 'hembygd'],
    ['Unga Örnar {bygd}', 'unga-ornar'],
    ['Läxverkstan {namn}', null],
    ['Stiftelsen Kulturmagasinet {namn}', null, 'foundation'],
    ['KFUM {bygd}', 'kfum'],
  ],
  health_rehabilitation: [
    ['Rödakorskretsen {bygd}', 'roda-korset'],
    ['Hela Människan {bygd}', 'hela-manniskan'],
    ['Väntjänsten {namn}', null],
    ['Anhörigföreningen {namn}', null],
    ['Fontänhuset {namn}', 'fontanhus'],
    ['PRO {bygd}', 'pro'],
    ['RSMH {bygd}', 'rsmh'],
    ['Stiftelsen {namn}gården', null, 'foundation'],
  ],
  crime_victims_prevention: [
    ['Brottsofferjouren {bygd}', 'brottsofferjouren'],
    ['Brottsofferjouren {kommun}-{bygd}', 'brottsofferjouren'],
    ['Kvinnojouren {namn}', 'kvinnojour'],
    ['Tjejjouren {namn}', 'tjejjour'],
    ['Kvinno- och tjejjouren {namn}', 'kvinnojour'],
    ['KRIS {bygd}', 'kris'],
    ['Föreningen Vägskälet {bygd}', null],
  ],
  labour_integration: [
    ['Hela Människan Ria {bygd}', 'hela-manniskan'],
    ['Röda Korset {bygd}', 'roda-korset'],
    ['Arbetskooperativet {namn} ekonomisk förening', null, 'cooperative'],
    ['Internationella Kvinnoföreningen i {bygd}', 'ikf'],
    ['Erikshjälpen {bygd}', 'erikshjalpen', 'foundation'],
    ['Studieförbundet Vuxenskolan {bygd}', 'sv'],
    ['Föreningen Språkbron {bygd}', null],
  ],
  disability: [
    ['FUB {bygd}', 'fub'],
    ['Funktionsrätt {bygd}', 'funktionsratt'],
    ['Attention {bygd}', 'attention'],
    ['{bygd} Parasportförening', null],
    ['Kooperativet {namn} ekonomisk förening', null, 'cooperative'],
  ],
  basic_needs: [
    ['{bygd}s Stadsmission', 'stadsmissionen', 'foundation'],
    ['Frälsningsarmén {bygd}', 'fralsningsarmen', 'congregation'],
    ['Hela Människan {bygd}', 'hela-manniskan'],
    ['Räddningsmissionen {bygd}', 'raddningsmissionen'],
    ['Rädda Barnen {bygd}', 'radda-barnen'],
    ['{bygd}s församling', null, 'congregation'],
  ],
  other: [
    ['Civilförsvarsförbundet {bygd}', 'civilforsvar'],
    ['Frivilligcentralen {namn}', null],
    ['Byalagen i {bygd}', null],
    ['Rödakorskretsen {bygd}', 'roda-korset'],
  ],
};

const districts = [
  'Åsbygden', 'Kvarnåsen', 'Ljungådalen', 'Vättersnäs', 'Norrådalen', 'Mossbyn', 'Almdalen',
  'Stensjöholm', 'Fagernäs', 'Klockarbygden', 'Sörängen', 'Björnhult', 'Granvik', 'Ekeskogen',
  'Tolvmansbyn', 'Hökensås', 'Övre Linådal', 'Vikåker',
] as const;
const properNames = [
  'Morgonljus', 'Lyktan', 'Vändpunkten', 'Tuvan', 'Syrsan', 'Källan', 'Sommarvind', 'Kompassen',
  'Havtorn', 'Fyren', 'Lindblom', 'Bryggan', 'Glöden', 'Vitsippan', 'Årsringen',
] as const;
const otherMunicipalities = ['Vara', 'Sala', 'Mora', 'Flen', 'Nora', 'Ånge'] as const;

const terms: Readonly<Record<LegalForm, readonly string[]>> = {
  association: ['Föreningen', 'Föreningen', 'Organisationen'],
  foundation: ['Stiftelsen'],
  cooperative: ['Kooperativet'],
  congregation: ['Församlingen'],
  municipality: ['Kommunen'],
};

/** An association that could work in the area, with a name that `taken` does not have yet. */
export function inventAssociation(area: AreaId, random: Random, taken: Set<string>): Association {
  for (let attempt = 0; ; attempt += 1) {
    const [pattern, umbrella, form = 'association'] = random.pick(kinds[area]);
    const base = pattern
      .replace('{bygd}', random.pick(districts))
      .replace('{namn}', random.pick(properNames))
      .replace('{kommun}', random.pick(otherMunicipalities));
    const name = attempt > 60 ? `${base} ${attempt}` : base;
    if (taken.has(name)) continue;
    taken.add(name);
    return {
      name,
      term: /jour/i.test(name) ? 'Jouren' : random.pick(terms[form]),
      form,
      umbrella: umbrella === null ? null : `umbrella:${umbrella}`,
      organisationNumber: inventOrganisationNumber(form, random),
    };
  }
}
