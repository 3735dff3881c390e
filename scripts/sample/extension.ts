import type { Block, DocumentModel } from './blocks';
import {
  decisionBlock,
  lookFor,
  partyTruths,
  signatures,
  type Composition,
  type Facts,
} from './compose';
import { addDays, writeDate } from './dates';
import { partyBlock } from './parties';
import type { Random } from './random';
import { mark } from './rich-text';
import { headingStyle, layOut } from './sections';
import { composeTerm, upper } from './terms';
import { headings } from './vocabulary/clauses';
import { profileOf } from './vocabulary/public-parties';
import { fill, inventCaseNumber } from './wording';

/** An agreement that prolongs another: its own term, the rest by reference. */
export function composeExtension(original: Composition, random: Random): Composition {
  const { parties, words, board, associations } = original;
  const bodies = original.plan.bodies.map(profileOf);
  const [body] = bodies;
  if (body === undefined) throw new Error('An extension needs a public body');
  const plan = {
    ...original.plan,
    family: 'H',
    size: 'small',
    format: random.chance(0.3) ? 'docx' : 'pdf',
    encoding: null,
    noise: random.chance(0.3) ? 1 : 0,
    terminated: false,
    extensions: 0,
    duplicated: false,
  } as const;
  const start = addDays(original.term.lastDay, 1);
  const term = composeTerm(
    {
      family: 'H',
      area: plan.area,
      target: plan.target,
      noun: { definite: 'förlängningen', genitive: 'förlängningens', pronoun: 'den' },
      start,
    },
    random,
  );
  const agreement = words.noun.pronoun === 'det' ? 'avtal' : 'överenskommelse';
  const between = `mellan ${parties.publicNames} och ${parties.civilNames}`;
  const documentType = random.chance(0.3) ? 'addendum' : 'extension';
  const title =
    documentType === 'addendum'
      ? `Tilläggsavtal till ${agreement} ${between}`
      : random.pick([
          `Förlängning av ${agreement} om idéburet offentligt partnerskap`,
          `Förlängning av ${agreement} ${between}`,
        ]);
  const caseNumber = inventCaseNumber(body, board, Number(start.slice(0, 4)) - 1, random);
  const decisionDate = random.chance(0.6) ? addDays(start, -random.int(20, 70)) : null;
  const target = plan.theme.targets[plan.target]?.long ?? [];
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  const earlier = original.facts.caseNumber === null ? '' : ` (dnr ${original.facts.caseNumber})`;
  const sections = [
    { heading: random.pick(headings.parties), blocks: partyBlock('inline', parties, random) },
    {
      heading: 'Bakgrund',
      blocks: [
        paragraph(
          `Parterna har sedan tidigare ingått ${agreement}${earlier} som gällde ${writeDate(original.term.anchor, 'iso')} – ${writeDate(original.term.lastDay, 'iso')}. Verksamheten har följts upp med gott resultat.`,
        ),
        paragraph(
          `${mark(['purpose', 'intervention_area'], original.facts.purpose)} ${mark('target_group', `Målgruppen är ${fill(random.pick(target), words)}.`)}`,
        ),
      ],
    },
    {
      heading: random.pick(['Förlängning', 'Ny avtalsperiod', 'Förlängd giltighetstid']),
      blocks: [
        paragraph(
          `Parterna är överens om att förlänga ${words.noun.definite}. ${term.sentences.join(' ')}`,
        ),
        ...term.ending.map(paragraph),
      ],
    },
    {
      heading: 'Övriga villkor',
      blocks: [
        paragraph(
          `I övrigt gäller ${words.noun.definite} med oförändrade villkor. ${upper(words.K)} och ${words.C.replace(/^De /, 'de ')} svarar för att handlingen fogas till ursprunglig ${agreement}.`,
        ),
      ],
    },
    {
      heading: random.pick(headings.signatures),
      blocks: [
        signatures(parties, bodies, associations, {
          signed: true,
          placeAndDate: writeDate(addDays(start, -random.int(3, 20)), 'iso'),
          random,
        }),
      ],
    },
  ];

  const facts: Facts = {
    ...original.facts,
    title,
    documentType,
    termFamily: 'H',
    parties: partyTruths(plan, bodies, associations, parties, board),
    start: term.start,
    end: term.end,
    renewal: term.renewal,
    terminationNoticeMonths: term.noticeMonths,
    terminated: null,
    secondaryAreas: [],
    decisionDate,
    caseNumber,
    amount: null,
    signed: true,
  };
  const model: DocumentModel = {
    ...original.model,
    title,
    dateLabel: null,
    caseNumber,
    look: {
      ...lookFor(plan, body, caseNumber, addDays(start, -10), random),
      family: original.model.look.family,
    },
    blocks: [
      { kind: 'title', lines: [title] },
      ...(decisionDate === null ? [] : [decisionBlock(decisionDate, board, 'iso', words, random)]),
      ...layOut(sections, headingStyle(random)),
    ],
  };
  return { ...original, model, facts, plan, term };
}
