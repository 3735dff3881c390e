import type { Block } from './blocks';
import type { PartyBlock, WrittenParties } from './parties';
import { partyBlock } from './parties';
import type { Plan } from './plan';
import type { Random } from './random';
import { mark } from './rich-text';
import type { Term } from './terms';
import { upper } from './terms';
import type { AreaId, ThemeWords, TargetWords } from './vocabulary/area';
import { clauses, headings } from './vocabulary/clauses';
import { fill, joinWords, type Words } from './wording';

/** A section before it is numbered and set. */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** How headings look all through one document. */
interface HeadingStyle {
  readonly numbering: 'dot' | 'plain' | 'section' | 'none';
  readonly place: 'own-line' | 'run-in' | 'capitals';
}

export function headingStyle(random: Random): HeadingStyle {
  return {
    numbering: random.weighted({ dot: 36, plain: 22, section: 22, none: 20 }),
    place: random.weighted({ 'own-line': 68, 'run-in': 14, capitals: 18 }),
  };
}

interface Ingredients {
  readonly plan: Plan;
  readonly area: ThemeWords;
  readonly target: TargetWords;
  readonly words: Words;
  readonly term: Term;
  readonly parties: WrittenParties;
  readonly form: PartyBlock;
}

/** All sections but the signatures, in the order that such agreements have. */
export function bodySections(
  given: Ingredients,
  random: Random,
): { sections: Section[]; purpose: string; secondary: AreaId[] } {
  const { plan, area, words, term, parties } = given;
  const write = (fragment: string) => fill(fragment, words);
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  const heading = (key: keyof typeof headings) => upper(write(random.pick(headings[key])));
  // An amount that follows an index needs a second year.
  const oneYear = term.anchor.slice(0, 4) === term.lastDay.slice(0, 4);
  const clause = (key: keyof typeof clauses, count = 1): Block[] =>
    random
      .sample(
        clauses[key].filter((text) => !(oneYear && text.includes('basår'))),
        count,
      )
      .map((text) => paragraph(write(text)));
  const section = (key: keyof typeof headings, blocks: readonly Block[]): Section => ({
    heading: heading(key),
    blocks,
  });

  const small = plan.size === 'small';
  const large = plan.size === 'large';
  const goals = random.sample(area.goals, large ? 7 : small ? 2 : 5).map(write);
  const purpose = purposeSentence(goals.slice(0, small ? 2 : random.int(2, 3)), words, random);
  const markedPurpose = mark(['purpose', 'intervention_area'], purpose);
  const targetText = mark(
    'target_group',
    targetSentence(write(random.pick(given.target.long)), random),
  );
  const secondary: AreaId[] = [];
  const secondaryBlocks: Block[] = [];
  const neighbour = random.pick(Object.entries(area.secondary) as [AreaId, string][]);
  if (random.chance(0.28)) {
    secondary.push(neighbour[0]);
    secondaryBlocks.push(paragraph(write(neighbour[1])));
  }

  const activities = random.sample(area.activities, large ? 7 : small ? 2 : 5).map(write);
  const support = random.sample(area.support, large ? 4 : small ? 1 : 3).map(write);
  const party = section('parties', partyBlock(given.form, parties, random));
  const [termKey, termBlocks] = termSection(term, large);

  if (small) {
    const sections = [
      party,
      section('purpose', [paragraph(`${markedPurpose} ${targetText}`)]),
      section('activities', [
        paragraph(`${upper(words.C)} ska ${joinWords(activities)}.`),
        paragraph(`${upper(words.K)} ska ${joinWords(support)}.`),
        ...secondaryBlocks,
      ]),
      section('economy', clause('economy')),
      ...(random.chance(0.6) ? [section('followUp', clause('followUp'))] : []),
      section(termKey, termBlocks),
      ...(random.chance(0.5) ? [section('changes', clause('changes'))] : []),
    ];
    return { sections, purpose, secondary };
  }

  const ownTarget = random.chance(0.6);
  const sections: Section[] = [
    party,
    section('background', [
      ...random.sample(area.background, large ? 5 : 3).map((text) => paragraph(write(text))),
      ...(large ? [paragraph(earlier(words, term, random))] : []),
    ]),
    section('purpose', [paragraph(markedPurpose), ...(ownTarget ? [] : [paragraph(targetText)])]),
    section('goals', [
      paragraph(
        random.pick(['Parterna har som gemensamma mål att:', 'Målet med insatserna är att:']),
      ),
      {
        kind: 'list',
        ordered: large && random.chance(0.4),
        items: nameOnce(goals.slice(1), words.mål),
      },
    ]),
    ...(ownTarget ? [section('target', [paragraph(targetText)])] : []),
    ...(large ? [section('values', clause('values', 3)), section('form', clause('form', 2))] : []),
    section('activities', [
      paragraph(
        write(`Verksamheten bedrivs i ${words.plats} och vid behov på andra platser i {ort}.`),
      ),
      ...secondaryBlocks,
    ]),
    section('civilDuties', [
      paragraph(`${upper(words.C)} åtar sig att:`),
      { kind: 'list', ordered: random.chance(0.4), items: activities },
    ]),
    section('publicDuties', [
      paragraph(`${upper(words.K)} åtar sig att:`),
      { kind: 'list', ordered: random.chance(0.4), items: support },
    ]),
    section('steering', clause('steering', large ? 2 : 1)),
    section('economy', [...clause('economy'), ...clause('economyMore', large ? 4 : 2)]),
    section('followUp', [
      ...clause('followUp', large ? 2 : 1),
      paragraph('Följande indikatorer används:'),
      { kind: 'list', ordered: false, items: random.sample(area.indicators, large ? 5 : 3) },
    ]),
    ...(large
      ? [
          section('staff', clause('staff', 2)),
          section('insurance', clause('insurance', 2)),
          section('communication', clause('communication', 2)),
        ]
      : []),
    section('insight', clause('insight', large ? 2 : 1)),
    ...(large || random.chance(0.5) ? [section('privacy', clause('privacy', large ? 2 : 1))] : []),
    section(termKey, termBlocks),
    ...(large || random.chance(0.5)
      ? [
          section('termination', [
            ...(termKey === 'term' && large ? term.ending.map(paragraph) : []),
            ...clause('breach', large ? 2 : 1),
          ]),
        ]
      : []),
    section('changes', clause('changes', large ? 2 : 1)),
    ...(large ? [section('forceMajeure', clause('forceMajeure'))] : []),
    section('disputes', clause('disputes')),
  ];
  return { sections, purpose, secondary };
}

/** Numbers the headings and sets them on lines of their own, in capitals, or at the head of the text. */
export function layOut(sections: readonly Section[], style: HeadingStyle): Block[] {
  return sections.flatMap(({ heading, blocks }, at): Block[] => {
    const number = { dot: `${at + 1}. `, plain: `${at + 1} `, section: `§ ${at + 1}. `, none: '' }[
      style.numbering
    ];
    const [firstBlock, ...rest] = blocks;
    if (style.place === 'run-in' && firstBlock?.kind === 'paragraph') {
      return [{ ...firstBlock, lead: `${number}${heading}` }, ...rest];
    }
    const text = style.place === 'capitals' ? heading.toUpperCase() : heading;
    return [{ kind: 'heading', text: `${number}${text}`, level: 1 }, ...blocks];
  });
}

function purposeSentence(goals: readonly string[], words: Words, random: Random): string {
  const frame = random.pick([
    'Syftet med partnerskapet är att',
    `Syftet med ${words.noun.definite} är att`,
    `Genom ${words.noun.definite} vill parterna bidra till att`,
    'Parterna ska tillsammans verka för att',
    'Partnerskapets syfte är att',
    `${upper(words.K)} och ${words.C.replace(/^De /, 'de ')} samarbetar för att`,
  ]);
  const told = nameOnce(goals, words.mål);
  return `${frame} ${told[0] ?? ''}${told
    .slice(1)
    .map((goal, at) => (at === told.length - 2 ? ` samt att ${goal}` : `, att ${goal}`))
    .join('')}.`;
}

/** Names the target group once and calls it just that afterwards, as people do when it is long. */
function nameOnce(goals: readonly string[], group: string): string[] {
  let named = false;
  return goals.map((goal) => {
    const [before, ...rest] = goal.split(group);
    if (before === undefined || rest.length === 0 || group.length < 12) return goal;
    const first = named ? (before.endsWith('fler ') ? 'i målgruppen' : 'målgruppen') : group;
    named = true;
    return `${before}${first}${rest.join('målgruppen')}`;
  });
}

function targetSentence(group: string, random: Random): string {
  return random.pick([
    `Målgruppen är ${group}.`,
    `Partnerskapet vänder sig till ${group}.`,
    `Insatserna riktar sig till ${group}.`,
    `Målgrupp för samverkan är ${group}.`,
  ]);
}

/** An earlier agreement is mentioned: its years are not this one's. */
function earlier(words: Words, term: Term, random: Random): string {
  const year = Number(term.anchor.slice(0, 4));
  return random.pick([
    `${upper(words.noun.definite)} ersätter tidigare överenskommelse som gällde åren ${year - 3}–${year - 1}.`,
    `Parterna inledde sitt samarbete ${year - 4} genom ett projektavtal som löpte ut den 31 december ${year - 1}.`,
  ]);
}

function termSection(term: Term, large: boolean): ['term' | 'termAndTermination', Block[]] {
  const sentences = term.sentences.join(' ');
  if (term.ending.length === 0 || large) return ['term', [{ kind: 'paragraph', text: sentences }]];
  return [
    'termAndTermination',
    [{ kind: 'paragraph', text: `${sentences} ${term.ending.join(' ')}` }],
  ];
}
