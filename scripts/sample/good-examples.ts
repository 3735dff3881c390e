import type { Block, DocumentModel, Look } from './blocks';
import type { Facts } from './compose';
import { mark } from './rich-text';
import { layOut } from './sections';
import type { CivilPartyTruth, PublicPartyTruth } from './truth';
import type { AreaId, TargetId } from './vocabulary/area';
import { profileOf } from './vocabulary/public-parties';

/**
 * The four partnerships that the report of 2025 describes as good examples, as agreements in our own
 * words. Parties, years, target groups and purposes are the report's; the rest is left out or said in
 * general terms, and no person, number or amount is made up for an organisation that exists.
 */
interface GoodExample {
  readonly fileName: string;
  readonly model: DocumentModel;
  readonly facts: Facts;
}

interface Told {
  readonly fileName: string;
  readonly title: readonly string[];
  readonly kindLabel: string;
  readonly body: string;
  readonly units: readonly string[];
  readonly civil: readonly (readonly [name: string, umbrella: string | null])[];
  readonly family: Facts['termFamily'];
  readonly start: string | null;
  readonly end: string;
  readonly area: AreaId;
  readonly secondary: readonly AreaId[];
  readonly target: TargetId;
  readonly purpose: string;
  readonly sections: (marked: { parties: string[]; purpose: string }) => readonly {
    readonly heading: string;
    readonly blocks: readonly Block[];
  }[];
  readonly look: Pick<Look, 'justified' | 'ruled' | 'size'>;
}

const p = (text: string): Block => ({ kind: 'paragraph', text });
const list = (...items: string[]): Block => ({ kind: 'list', ordered: false, items });
const target = (text: string): string => mark('target_group', text);

const ukraine: Told = {
  fileName: 'IOP Göteborg Socialförvaltningen Sydväst boende ukrainska flyktingar.pdf',
  title: [
    'Överenskommelse om idéburet offentligt partnerskap',
    'Boende och stöd för flyktingar från Ukraina',
  ],
  kindLabel: 'Överenskommelse',
  body: 'municipality:1480',
  units: ['Socialförvaltningen Sydväst'],
  civil: [
    ['Räddningsmissionen', 'raddningsmissionen'],
    ['Göteborgs Stadsmission', 'stadsmissionen'],
    ['Reningsborg', null],
    ['Skyddsvärnet Göteborg', 'skyddsvarnet'],
    ['Bräcke diakoni', 'bracke'],
  ],
  family: 'I',
  start: null,
  end: '2023-04',
  area: 'basic_needs',
  secondary: ['labour_integration'],
  target: 'all',
  purpose:
    'Syftet är att parterna tillsammans ska ge flyktingar från Ukraina en trygg plats, med samordnade insatser för boende, mat, kläder och stöd.',
  sections: ({ parties, purpose }) => [
    {
      heading: 'Parter',
      blocks: [
        p(`Offentlig part är ${parties[0] ?? ''}. Idéburna parter är:`),
        list(...parties.slice(1)),
      ],
    },
    {
      heading: 'Bakgrund',
      blocks: [
        p(
          'Efter Rysslands invasion av Ukraina tvingades miljontals människor att lämna sina hem. Den 4 mars 2022 började EU:s massflyktsdirektiv (2001/55/EG) att tillämpas, och Migrationsverket fick i uppgift att anvisa flyktingar till landets kommuner.',
        ),
        p(
          'Mottagandet behövde byggas upp på kort tid och ändå hålla över tid. Göteborgs Stad valde därför att samverka med flera idéburna aktörer som hade lokaler, erfarenhet och frivilliga.',
        ),
      ],
    },
    { heading: 'Syfte', blocks: [p(purpose)] },
    {
      heading: 'Målgrupp',
      blocks: [
        p(
          target(
            'Målgruppen är ukrainska flyktingar som omfattas av massflyktsdirektivet, såväl barn som vuxna och äldre.',
          ),
        ),
      ],
    },
    {
      heading: 'Parternas insatser',
      blocks: [
        p('De idéburna parterna erbjuder var och en på sitt boende:'),
        list(
          'rum och gemensamma utrymmen',
          'mat, kläder och annat som behövs i vardagen',
          'personligt stöd och hjälp i kontakter med myndigheter',
          'aktiviteter som underlättar integrationen, till exempel språkträning',
        ),
        p(
          'Socialförvaltningen svarar för anvisning, för samordning och för de individuella beslut som åligger nämnden.',
        ),
      ],
    },
    {
      heading: 'Samverkan',
      blocks: [
        p(
          'Avtalen för de olika boendena hänger tätt samman. En strategisk samverkansgrupp där alla parter ingår följer därför regelbundet upp arbetet och ser till att var och en bidrar med jämlika resurser.',
        ),
      ],
    },
    {
      heading: 'Giltighet',
      blocks: [
        p(
          `Överenskommelsen gäller från undertecknandet ${mark('end', 'till och med april 2023')}. Överenskommelserna för övriga boenden löper på motsvarande sätt; några av dem sträcker sig in i 2024.`,
        ),
      ],
    },
  ],
  look: { justified: false, ruled: true, size: 11 },
};

const solna: Told = {
  fileName: 'IOP Avtal Solna_Tryggare Sverige 2024-2026 SIGNERAT.pdf',
  title: ['Idéburet offentligt partnerskap', 'mellan Solna stad och Stiftelsen Tryggare Sverige'],
  kindLabel: 'Avtal',
  body: 'municipality:0184',
  units: [],
  civil: [['Stiftelsen Tryggare Sverige', 'tryggare-sverige']],
  family: 'D',
  start: '2024',
  end: '2026',
  area: 'crime_victims_prevention',
  secondary: ['safety'],
  target: 'all',
  purpose:
    'Syftet med samarbetet är att utveckla och stärka det kunskapsbaserade brottsförebyggande arbetet i staden, att minska brottsligheten och att öka tryggheten i staden som helhet och i dess stadsdelar.',
  sections: ({ parties, purpose }) => [
    {
      heading: 'Parter',
      blocks: [
        p(
          `Avtalet ingås mellan ${parties[0] ?? ''}, nedan Staden, och ${parties[1] ?? ''}, nedan Stiftelsen.`,
        ),
      ],
    },
    {
      heading: 'Bakgrund',
      blocks: [
        p(
          'Den senaste lägesbilden visar att brottsförebyggande insatser behövs, framför allt i tre bostadsområden. Människor ska vilja bo, vistas och verka på platser som är säkra, trygga och attraktiva.',
        ),
        p(
          'Parterna ser också ett behov av ett bättre strategiskt arbete, av djupare förståelse för läget så att åtgärder kan riktas rätt, och av att fler som verkar i kommunen får del av kunskapen.',
        ),
      ],
    },
    { heading: 'Syfte', blocks: [p(purpose)] },
    {
      heading: 'Målgrupp',
      blocks: [
        p(
          target(
            'Partnerskapet vänder sig till invånarna i kommunen samt till kommunens partner och anställda.',
          ),
        ),
      ],
    },
    {
      heading: 'Insatser',
      blocks: [
        p(
          'Insatserna får variera över tid. Inför varje verksamhetsår tar parterna fram en ny plan. I arbetet ingår att:',
        ),
        list(
          'bygga ut brottsförebyggande åtgärder som redan finns och införa nya',
          'kartlägga och analysera hur föreningar och invånare ser på läget och vilka lösningar de föreslår',
          'arbeta förebyggande på både strategisk och operativ nivå',
          'höja kunskapen hos kommunens partner och anställda',
        ),
      ],
    },
    {
      heading: 'Styrning och uppföljning',
      blocks: [
        p(
          'En gemensam styrgrupp leder arbetet, beslutar om den årliga planen och följer upp resultaten i dialog med berörda verksamheter.',
        ),
      ],
    },
    {
      heading: 'Avtalstid',
      blocks: [
        p(
          `Avtalet gäller ${mark(['start', 'end'], 'åren 2024–2026')}. Ändringar görs skriftligen och undertecknas av båda parter.`,
        ),
      ],
    },
  ],
  look: { justified: true, ruled: false, size: 11 },
};

const jonkoping: Told = {
  fileName: 'Överenskommelse Region Jönköpings län - Vårsol Samtalscenter 2023–2025.pdf',
  title: [
    'Överenskommelse om idéburet offentligt partnerskap',
    'Samtalsstöd till barn och familjer',
  ],
  kindLabel: 'Överenskommelse',
  body: 'region:06',
  units: [],
  civil: [['Vårsol Samtalscenter, Frälsningsarmén', 'fralsningsarmen']],
  family: 'D',
  start: '2023',
  end: '2025',
  area: 'health_rehabilitation',
  secondary: [],
  target: 'children_youth',
  purpose:
    'Syftet är att förebygga psykisk ohälsa bland länets invånare genom enskilt stöd och stödsamtal i grupp, med tonvikt på anhörigstöd till barn och familjer där någon är sjuk eller som har förlorat en närstående.',
  sections: ({ parties, purpose }) => [
    {
      heading: 'Parter',
      blocks: [
        p(
          `${parties[0] ?? ''} (Regionen) och ${parties[1] ?? ''} (Vårsol) ingår denna överenskommelse.`,
        ),
      ],
    },
    {
      heading: 'Bakgrund',
      blocks: [
        p(
          'Vårsol samverkar redan med psykiatrin, onkologen, kvinnokliniken, barnhälsovården, barn- och ungdomshälsan och vårdcentralerna. Verksamheterna ser Vårsol som ett komplement när en familj behöver mer stöd än regionens egna verksamheter kan ge.',
        ),
      ],
    },
    { heading: 'Syfte', blocks: [p(purpose)] },
    {
      heading: 'Målgrupp',
      blocks: [
        p(
          target(
            'Målgruppen är barn från 4 års ålder som har en förälder eller annan nära anhörig med psykisk eller fysisk ohälsa, och barn som har mist en förälder eller ett syskon.',
          ),
        ),
        p(
          'Regionen ser gärna att målgruppen vidgas till barn vars förälder eller syskon har en eller flera funktionsnedsättningar.',
        ),
      ],
    },
    {
      heading: 'Verksamhet',
      blocks: [
        list(
          'enskilda stödsamtal med barn och föräldrar',
          'samtal i grupp för barn i liknande situation',
          'stöd till familjer i sorg i samband med dödsfall',
        ),
        p(
          'Vårsol svarar för lokaler, samtalsledare och handledning. Regionen informerar sina verksamheter och lämnar ett årligt bidrag.',
        ),
      ],
    },
    {
      heading: 'Uppföljning',
      blocks: [
        p(
          'Parterna träffas två gånger om året. Vårsol redovisar hur många barn och familjer som har fått stöd.',
        ),
      ],
    },
    {
      heading: 'Giltighetstid',
      blocks: [p(`Överenskommelsen gäller under ${mark(['start', 'end'], 'perioden 2023–2025')}.`)],
    },
  ],
  look: { justified: false, ruled: false, size: 11.5 },
};

const violence: Told = {
  fileName: 'IOP våld i nära relationer Göteborg 2023-2026.pdf',
  title: [
    'Överenskommelse om idéburet offentligt partnerskap',
    'Våld i nära relationer och mäns våld mot kvinnor',
  ],
  kindLabel: 'Överenskommelse',
  body: 'municipality:1480',
  units: [
    'Socialförvaltningen Centrum',
    'Socialförvaltningen Hisingen',
    'Socialförvaltningen Nordost',
    'Socialförvaltningen Sydväst',
  ],
  civil: [
    ['Bojen', null],
    ['Kvinno- och tjejjouren Ada', 'kvinnojour'],
    ['Kvinnohuset Kassandra', null],
    ['Kvinnojouren Online', 'kvinnojour'],
    ['Kvinnojouren Piilopirtti', 'kvinnojour'],
    ['Lex Femme tjej- och kvinnojour', null],
    ['Qjouren Väst', null],
    ['Räddningsmissionen', 'raddningsmissionen'],
    ['Skyddsvärnet Göteborg', 'skyddsvarnet'],
    ['Stadsmissionen Göteborg', 'stadsmissionen'],
    ['Villa Vägen ut! Karin', null],
  ],
  family: 'A',
  start: '2023-01-01',
  end: '2026-12-31',
  area: 'crime_victims_prevention',
  secondary: [],
  target: 'all',
  purpose:
    'Syftet är att genom bättre samverkan stärka de gemensamma insatserna mot våld i nära relationer och mäns våld mot kvinnor.',
  sections: ({ parties, purpose }) => [
    {
      heading: 'Parter',
      blocks: [
        p('Göteborgs Stad företräds av de fyra socialförvaltningarna:'),
        list(...parties.slice(0, 4)),
        p('Idéburna parter är:'),
        list(...parties.slice(4)),
      ],
    },
    {
      heading: 'Bakgrund',
      blocks: [
        p(
          'Utredning efter utredning har efterlyst ett starkare och mer systematiskt arbete för att förebygga och upptäcka våld och för att ge stöd till den som utsätts, både akut och på längre sikt. Våldets konsekvenser för den enskilda och för samhället behöver också synliggöras och minska.',
        ),
        p(
          'Den lokala överenskommelsen mellan Göteborgs Stad och civilsamhället slår fast att en strukturerad samverkan ska få bättre förutsättningar.',
        ),
      ],
    },
    { heading: 'Syfte', blocks: [p(purpose)] },
    {
      heading: 'Målgrupp',
      blocks: [
        p(
          target(
            'Målgruppen är kvinnor med och utan barn, tjejer och hbtqi-personer som utsätts för hot eller våld.',
          ),
        ),
        p(
          'Särskild uppmärksamhet ges åt den som utsätts för hedersrelaterat hot eller våld, den som har drogproblem och den som är offer för människohandel, oavsett bakgrund.',
        ),
      ],
    },
    {
      heading: 'Gemensamma åtaganden',
      blocks: [
        list(
          'dela kunskap om våldets uttryck och om vad som hjälper',
          'hänvisa den som söker stöd till rätt part utan dröjsmål',
          'utveckla rutiner för samverkan i enskilda ärenden, alltid med den enskildas samtycke',
          'genomföra en gemensam utbildningsdag varje år',
        ),
      ],
    },
    {
      heading: 'Styrgrupp',
      blocks: [
        p(
          'Förvaltningarna och de idéburna parterna bildar en styrgrupp som möts en gång i kvartalet. Nya parter kan ansluta efter beslut i styrgruppen.',
        ),
      ],
    },
    {
      heading: 'Avtalstid',
      blocks: [
        p(`Överenskommelsen gäller ${mark('start', '1/1 2023')}–${mark('end', '31/12 2026')}.`),
      ],
    },
  ],
  look: { justified: false, ruled: true, size: 11 },
};

export const goodExamples: readonly GoodExample[] = [ukraine, solna, jonkoping, violence].map(tell);

function tell(told: Told): GoodExample {
  const profile = profileOf(told.body);
  const publicParties: PublicPartyTruth[] = (told.units.length === 0 ? [null] : told.units).map(
    (unit) => ({
      role: 'public',
      publicBody: profile.id,
      name: profile.name,
      organisationNumber: profile.organisationNumber,
      unit,
      namedAs: told.units.length > 1 ? 'unit' : 'body',
    }),
  );
  const civilParties: CivilPartyTruth[] = told.civil.map(([name, umbrella]) => ({
    role: 'civil',
    name,
    organisationNumber: null,
    umbrella: umbrella === null ? null : `umbrella:${umbrella}`,
  }));
  const marked = [
    ...publicParties.map(({ unit, namedAs }, at) => {
      if (unit === null) return mark('public_actors', profile.name, at);
      if (namedAs === 'unit') return mark(['public_actors', 'unit'], unit, at);
      return `${mark('public_actors', profile.name, at)}, ${mark('unit', unit, at)}`;
    }),
    ...civilParties.map(({ name }, at) => mark('civil_actors', name, publicParties.length + at)),
  ];
  const signing = [
    ...(told.units.length === 0 ? [profile.name] : told.units),
    ...told.civil.map(([name]) => name),
  ].map((party) => ({
    party,
    name: 'Behörig företrädare',
    role: 'firmatecknare',
    placeAndDate: null,
    signed: true,
  }));
  const sections = told.sections({
    parties: marked,
    purpose: mark(['purpose', 'intervention_area'], told.purpose),
  });
  const title = told.title.join(' ');
  return {
    fileName: told.fileName,
    facts: {
      title,
      documentType: told.kindLabel === 'Avtal' ? 'iop_agreement' : 'iop_understanding',
      termFamily: told.family,
      goodExample: true,
      parties: [...publicParties, ...civilParties],
      purpose: told.purpose,
      start: told.start,
      end: told.end,
      renewal: { kind: 'none', periodMonths: null, noticeMonths: null, ceiling: null },
      terminationNoticeMonths: null,
      terminated: null,
      targetGroup: told.target,
      interventionArea: told.area,
      secondaryAreas: told.secondary,
      decisionDate: null,
      caseNumber: null,
      amount: null,
      signed: true,
    },
    model: {
      title,
      kindLabel: told.kindLabel,
      dateLabel: null,
      caseNumber: null,
      author: profile.name,
      letterhead: {
        ...profile.letterhead,
        unit: told.units.length === 1 ? (told.units[0] ?? null) : null,
      },
      look: {
        ...told.look,
        family:
          profile.letterhead.template === 'centred' || profile.letterhead.template === 'form'
            ? 'Times'
            : 'Helvetica',
        draft: false,
        stamp: null,
      },
      blocks: [
        { kind: 'title', lines: told.title },
        ...layOut(
          [
            ...sections,
            { heading: 'Underskrifter', blocks: [{ kind: 'signatures', parties: signing }] },
          ],
          { numbering: 'plain', place: 'own-line' },
        ),
      ],
    },
  };
}
