import { agreementNameOf, findPublicBody } from '../../../shared/reference';
import type { Charge, Letterhead, Template } from '../blocks';
import { inventOrganisationNumber, passesLuhn } from '../luhn';
import { Random } from '../random';

/**
 * Real municipalities and regions as senders. Addresses are as they are commonly printed; telephone
 * numbers are from the series that the Swedish telecom authority keeps free for fiction; marks and
 * colours are invented and are nobody's coat of arms. Organisation numbers are real where known, else
 * invented in the same form.
 */
export interface PublicProfile {
  readonly id: string;
  /** As party to an agreement: "Solna stad". */
  readonly name: string;
  /** The bare place: "Solna", "Skåne". */
  readonly place: string;
  /** Postal town, where papers are signed. */
  readonly town: string;
  /** What the agreement calls it: "Kommunen", "Staden", "Regionen". */
  readonly term: string;
  readonly isRegion: boolean;
  readonly organisationNumber: string;
  readonly letterhead: Letterhead;
}

type Row = readonly [id: string, postal: string, visiting: string, web: string, number: string];

const rows: readonly Row[] = [
  [
    'municipality:0180',
    '105 35 Stockholm',
    'Ragnar Östbergs plan 1',
    'stockholm.se',
    '212000-0142',
  ],
  ['municipality:1480', '404 82 Göteborg', 'Gustaf Adolfs torg 4', 'goteborg.se', '212000-1355'],
  ['municipality:0580', '581 81 Linköping', 'Storgatan 43', 'linkoping.se', '212000-0449'],
  ['municipality:1280', '205 80 Malmö', 'August Palms plats 1', 'malmo.se', '212000-1124'],
  ['municipality:0381', '745 80 Enköping', 'Kungsgatan 42', 'enkoping.se', '212000-0282'],
  ['municipality:2184', '824 80 Hudiksvall', 'Trädgårdsgatan 4', 'hudiksvall.se', '212000-2379'],
  ['municipality:1490', '501 80 Borås', 'Kungsgatan 55', 'boras.se', '212000-1561'],
  ['municipality:0380', '753 75 Uppsala', 'Stationsgatan 12', 'uppsala.se', '212000-3005'],
  ['municipality:1980', '721 87 Västerås', 'Fiskartorget 2', 'vasteras.se', '212000-2080'],
  ['municipality:0123', '177 80 Järfälla', 'Vasaplatsen 11', 'jarfalla.se', '212000-0043'],
  ['municipality:2182', '826 80 Söderhamn', 'Oxtorget 5', 'soderhamn.se', '212000-2353'],
  ['municipality:2180', '801 84 Gävle', 'Drottninggatan 22', 'gavle.se', '212000-2338'],
  ['municipality:2480', '901 84 Umeå', 'Skolgatan 31', 'umea.se', '212000-2627'],
  ['municipality:1880', '701 35 Örebro', 'Drottninggatan 2', 'orebro.se', '212000-1967'],
  ['municipality:1281', '221 00 Lund', 'Stortorget 7', 'lund.se', '212000-1132'],
  ['municipality:2281', '851 85 Sundsvall', 'Norrmalmsgatan 4', 'sundsvall.se', '212000-2411'],
  ['municipality:0581', '601 81 Norrköping', 'Trädgårdsgatan 21', 'norrkoping.se', '212000-0456'],
  [
    'municipality:0114',
    '194 80 Upplands Väsby',
    'Dragonvägen 86',
    'upplandsvasby.se',
    '212000-0019',
  ],
  ['municipality:0330', '741 75 Knivsta', 'Centralvägen 18', 'knivsta.se', '212000-3013'],
  ['municipality:0305', '746 80 Bålsta', 'Centrumleden 1', 'habo.se', '212000-0241'],
  ['municipality:0126', '141 85 Huddinge', 'Kommunalvägen 28', 'huddinge.se', '212000-0068'],
  ['municipality:0127', '147 85 Tumba', 'Munkhättevägen 45', 'botkyrka.se', ''],
  ['municipality:0484', '631 86 Eskilstuna', 'Fristadstorget 1', 'eskilstuna.se', '212000-0357'],
  ['municipality:2280', '871 80 Härnösand', 'Johannesbergsvägen 7', 'harnosand.se', '212000-2403'],
  ['municipality:0562', '612 80 Finspång', 'Bergslagsvägen 13', 'finspang.se', '212000-0423'],
  ['municipality:0880', '391 26 Kalmar', 'Östra Sjögatan 18', 'kalmar.se', '212000-0746'],
  ['municipality:1494', '531 88 Lidköping', 'Skaragatan 8', 'lidkoping.se', ''],
  ['municipality:1470', '534 81 Vara', 'Torggatan 6', 'vara.se', ''],
  ['municipality:1780', '651 84 Karlstad', 'Drottninggatan 32', 'karlstad.se', '212000-1850'],
  ['municipality:2580', '971 85 Luleå', 'Rådstugatan 11', 'lulea.se', '212000-2742'],
  ['municipality:0780', '351 12 Växjö', 'Västra Esplanaden 18', 'vaxjo.se', '212000-0662'],
  ['municipality:2482', '931 85 Skellefteå', 'Trädgårdsgatan 6', 'skelleftea.se', '212000-2643'],
  ['municipality:2380', '831 82 Östersund', 'Rådhusgatan 36', 'ostersund.se', '212000-2528'],
  ['municipality:2080', '791 83 Falun', 'Myntgatan 45', 'falun.se', '212000-2239'],
  ['municipality:1489', '441 81 Alingsås', 'Rådhusgatan 3', 'alingsas.se', ''],
  ['municipality:0583', '591 86 Motala', 'Drottninggatan 2', 'motala.se', ''],
  ['municipality:2062', '792 80 Mora', 'Fredsgatan 16', 'mora.se', ''],
  ['municipality:0184', '171 86 Solna', 'Stadshusgången 2', 'solna.se', '212000-0183'],
  ['region:12', '291 89 Kristianstad', 'J A Hedlunds väg', 'skane.se', ''],
  ['region:14', '462 80 Vänersborg', 'Östergatan 1', 'vgregion.se', ''],
  ['region:21', '801 88 Gävle', 'Rektorsgatan 1', 'regiongavleborg.se', ''],
  ['region:17', '651 82 Karlstad', 'Rosenborgsgatan 50', 'regionvarmland.se', ''],
  ['region:03', '751 25 Uppsala', 'Storgatan 27', 'regionuppsala.se', ''],
  ['region:06', '551 11 Jönköping', 'Husargatan 4', 'rjl.se', ''],
];

/** Regions are spoken of by their area, in a form that fits after *i*. */
const areasOfRegions: Readonly<Record<string, string>> = {
  'region:12': 'Skåne',
  'region:14': 'Västra Götaland',
  'region:21': 'Gävleborgs län',
  'region:17': 'Värmland',
  'region:03': 'Uppsala län',
  'region:06': 'Jönköpings län',
};

const templates: readonly Template[] = ['column', 'centred', 'band', 'form'];
const colours = [
  '#1f4e79',
  '#2e6b3f',
  '#8a1c2b',
  '#3b3b3b',
  '#5a3e85',
  '#0f6674',
  '#a0522d',
] as const;
const charges: readonly Charge[] = [
  'waves',
  'tree',
  'star',
  'wheel',
  'chevron',
  'key',
  'tower',
  'leaf',
];

/** Groups of the series kept for fiction: Stockholm, Göteborg, Malmö, Norrland. */
function phoneOf(id: string, at: number): string {
  const county = id.replace(/\D/g, '').slice(0, 2);
  const two = String((at * 7 + 11) % 100).padStart(2, '0');
  if (['12', '13', '10', '07', '08'].includes(county)) return `040-628 04 ${two}`;
  if (['14', '17', '06'].includes(county)) return `031-390 06 ${two}`;
  if (['22', '23', '24', '25'].includes(county)) return `0980-319 2${two}`;
  return `08-465 004 ${two}`;
}

function profile([id, postal, visiting, web, number]: Row, at: number): PublicProfile {
  const body = findPublicBody(id);
  if (body === undefined) throw new Error(`No public body has the id ${id}`);
  const isRegion = id.startsWith('region:');
  const name = agreementNameOf(body);
  const known = 'organisationNumber' in body ? body.organisationNumber : number;
  const organisationNumber = passesLuhn(known)
    ? known
    : inventOrganisationNumber('municipality', new Random(Number(body.code)));
  const town = postal.replace(/^[\d ]+/, '');
  return {
    id,
    name,
    place: areasOfRegions[id] ?? body.name,
    town,
    term: isRegion ? 'Regionen' : / stad$/i.test(name) ? 'Staden' : 'Kommunen',
    isRegion,
    organisationNumber,
    letterhead: {
      template: templates[at % templates.length] ?? 'column',
      organisation: name,
      unit: null,
      colour: colours[(at * 3) % colours.length] ?? '#1f4e79',
      charge: charges[(at * 5) % charges.length] ?? 'waves',
      postalAddress: postal,
      visitingAddress: visiting,
      phone: phoneOf(id, at),
      email: `${isRegion ? 'region' : /stad$/i.test(name) ? 'stad' : 'kommun'}@${web}`,
      web: `www.${web}`,
      organisationNumber,
      formId: null,
    },
  };
}

export const publicProfiles: readonly PublicProfile[] = rows.map(profile);

export function profileOf(id: string): PublicProfile {
  const found = publicProfiles.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No sender profile for ${id}`);
  return found;
}

/** Bodies that plausibly sign together. */
export const neighbours: readonly (readonly [string, string])[] = [
  ['municipality:2182', 'municipality:2184'],
  ['municipality:1494', 'municipality:1470'],
  ['municipality:0126', 'municipality:0127'],
  ['municipality:0330', 'municipality:0380'],
  ['municipality:2281', 'municipality:2280'],
  ['municipality:2180', 'region:21'],
  ['municipality:0562', 'municipality:0581'],
];

/** Boards and districts that stand as party by themselves; `until` is the last year they can. */
export const namedUnits: readonly {
  readonly body: string;
  readonly unit: string;
  readonly from: number;
  readonly until: number;
}[] = [
  { body: 'municipality:0381', unit: 'Upplevelsenämnden', from: 2014, until: 2025 },
  { body: 'municipality:1480', unit: 'Socialnämnd Nordost', from: 2021, until: 2025 },
  { body: 'municipality:1480', unit: 'Socialnämnd Centrum', from: 2021, until: 2025 },
  { body: 'municipality:0180', unit: 'Farsta stadsdelsnämnd', from: 2014, until: 2025 },
  { body: 'municipality:0180', unit: 'Rinkeby-Kista stadsdelsnämnd', from: 2014, until: 2022 },
  { body: 'municipality:0180', unit: 'Skarpnäcks stadsdelsnämnd', from: 2014, until: 2025 },
  { body: 'municipality:1280', unit: 'Arbetsmarknads- och socialnämnden', from: 2017, until: 2025 },
  { body: 'municipality:2180', unit: 'Socialtjänst Gävle', from: 2014, until: 2025 },
  { body: 'municipality:1281', unit: 'Socialnämnden i Lunds kommun', from: 2014, until: 2025 },
];
