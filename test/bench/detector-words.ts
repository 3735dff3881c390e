import { formatValue } from '../../shared/domain/answer-text';
import type { Value } from '../../shared/domain/answer';
import { IOP_CODEBOOK } from '../../shared/domain/codebook-iop';
import type { Detector } from '../../shared/domain/detector/detect';
import { DocumentId } from '../../shared/domain/ids';
import { baselineValue } from './detector-baseline';
import { type MeasuredVariable, VARIABLES } from './detector-truth';
import { OTHER_WORDS } from './other-words';
import { note, report, rounded } from './report';
import { UNSEEN } from './unseen';
import { FIRST_PAPERS, SECOND_PAPERS } from './whole-papers';
import type { WholePaper } from './whole-papers/paper';

/** A question of a text, and the answers in words that are right; none where the text gives none. */
interface Question {
  readonly text: string;
  readonly variable: MeasuredVariable;
  readonly wanted: readonly string[];
  /** The text speaks of it and leaves it open. */
  readonly leftOpen: boolean;
}

interface Tally {
  asked: number;
  stated: number;
  offered: number;
  right: number;
  unclear: number;
  leftOpen: number;
  leftOpenToldSo: number;
  naiveOffered: number;
  naiveRight: number;
}

const firstSet: readonly Question[] = OTHER_WORDS.flatMap(({ text, expected }) =>
  VARIABLES.flatMap((variable) => {
    const wanted = expected[variable];
    if (wanted === undefined) return [];
    return [{ text, variable, wanted: wanted === null ? [] : [wanted], leftOpen: false }];
  }),
);
const questionsOf = (papers: readonly WholePaper[]): readonly Question[] =>
  papers.flatMap(({ text, expected, open = [], unclear = [] }) =>
    VARIABLES.filter((variable) => !open.includes(variable)).map((variable) => ({
      text,
      variable,
      wanted: [expected[variable] ?? []].flat(),
      leftOpen: unclear.includes(variable),
    })),
  );

/**
 * Agreements and passages that the generator has nothing to do with, by set and by variable. What is
 * missed is named only for the sets that the rules were widened by; the unseen one is but measured.
 */
export function measureOtherWords(detect: Detector): void {
  tellMissed(measureSet(detect, 'agreements in other words', firstSet));
  measureSet(detect, 'unseen wordings', questionsOf(UNSEEN));
  tellMissed(measureSet(detect, 'whole papers, first half', questionsOf(FIRST_PAPERS)));
  tellMissed(measureSet(detect, 'whole papers, second half', questionsOf(SECOND_PAPERS)));
}

function tellMissed(missed: readonly (Question & { readonly told: Told })[]): void {
  for (const { text, variable, wanted, leftOpen, told } of missed) {
    const right = wanted.length > 0 ? wanted.join(' or ') : leftOpen ? 'unclear' : 'nothing';
    const paper = text.trim().slice(0, 60).replace(/\s+/g, ' ');
    note(`  ${variable}: ${told.answer ?? told.outcome}, not ${right} [${paper}]`);
  }
}

/** Reports a set, and returns what was answered otherwise than the text says. */
function measureSet(
  detect: Detector,
  name: string,
  questions: readonly Question[],
): (Question & { readonly told: Told })[] {
  const wrong: (Question & { readonly told: Told })[] = [];
  const all = emptyTally();
  const each = new Map<MeasuredVariable, Tally>(VARIABLES.map((id) => [id, emptyTally()]));
  for (const question of questions) {
    const own = each.get(question.variable) ?? emptyTally();
    const told = ask(detect, question);
    for (const tally of [all, own]) count(tally, question, told);
    if (!isRight(question, told)) wrong.push({ ...question, told });
  }
  for (const [variable, tally] of each) tell(`${name}, ${variable}`, tally, false);
  tell(`${name}, all variables`, all, true);
  return wrong;
}

const emptyTally = (): Tally => ({
  asked: 0,
  stated: 0,
  offered: 0,
  right: 0,
  unclear: 0,
  leftOpen: 0,
  leftOpenToldSo: 0,
  naiveOffered: 0,
  naiveRight: 0,
});

interface Told {
  readonly outcome: 'proposed' | 'unclear' | 'nothing';
  readonly answer: string | null;
  readonly naive: string | null;
}

function ask(detect: Detector, { text, variable }: Question): Told {
  const document = DocumentId.parse('0'.repeat(64));
  const pages = text.split('\f').map((page, at) => ({ document, number: at + 1, text: page }));
  const finding = detect(IOP_CODEBOOK, pages).find((one) => one.variable === variable);
  const value = finding?.outcome === 'proposed' ? finding.candidates[0]?.value : undefined;
  const naive = baselineValue(text, variable);
  return {
    outcome: finding?.outcome ?? 'nothing',
    answer: value === undefined ? null : inWords(variable, value),
    naive: naive === null ? null : inWords(variable, naive),
  };
}

function count(tally: Tally, question: Question, { outcome, answer, naive }: Told): void {
  tally.asked += 1;
  if (question.wanted.length > 0) tally.stated += 1;
  if (answer !== null) tally.offered += 1;
  if (isWanted(question, answer)) tally.right += 1;
  if (outcome === 'unclear') tally.unclear += 1;
  if (question.leftOpen) tally.leftOpen += 1;
  if (question.leftOpen && outcome === 'unclear') tally.leftOpenToldSo += 1;
  if (naive !== null) tally.naiveOffered += 1;
  if (isWanted(question, naive)) tally.naiveRight += 1;
}

/** Whether what was told is what the text says: a value, that it is unclear, or nothing. */
function isRight(question: Question, { outcome, answer }: Told): boolean {
  if (question.wanted.length > 0) return isWanted(question, answer);
  return question.leftOpen ? outcome === 'unclear' : answer === null;
}

function isWanted({ variable, wanted }: Question, answer: string | null): boolean {
  return (
    answer !== null && wanted.some((one) => inOrder(variable, one) === inOrder(variable, answer))
  );
}

/** Words on one line, and actors in one order. */
function inOrder(variable: MeasuredVariable, value: string): string {
  const level = value.replace(/\s+/g, ' ');
  return variable.endsWith('_actors') ? level.split('; ').toSorted().join('; ') : level;
}

function tell(name: string, tally: Tally, isAll: boolean): void {
  const { asked, stated, offered, right, unclear } = tally;
  const share = (part: number, of: number) => (of === 0 ? 0 : rounded(part / of));
  const precision = share(right, offered);
  const naive = share(tally.naiveRight, tally.naiveOffered);
  report({
    name: `detector: ${name}`,
    unit: 'share of questions',
    samsyn: {
      precision,
      recall: share(right, stated),
      unclear: share(unclear, asked),
      ...(tally.leftOpen > 0 && { leftOpenToldSo: share(tally.leftOpenToldSo, tally.leftOpen) }),
    },
    baseline: {
      name: 'the naive rules',
      precision: naive,
      recall: share(tally.naiveRight, stated),
    },
    ratio: naive === 0 ? 0 : rounded(precision / naive),
    aim: 'precision at least 0.95: what is not sure is left unclear',
    met: isAll ? precision >= 0.95 : null,
    n: asked,
    about: { stated, offered, right },
  });
}

/** Public actors by id, anything else as `formatValue` writes it. */
function inWords(variable: MeasuredVariable, value: Value): string {
  return variable === 'public_actors' && value.type === 'actors'
    ? value.actors.map(({ id }) => id).join('; ')
    : formatValue(value);
}
