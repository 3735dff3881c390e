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

/** A question of a text, and the answer in words; `null` where the text gives none. */
interface Question {
  readonly text: string;
  readonly variable: MeasuredVariable;
  readonly wanted: string | null;
}

interface Tally {
  asked: number;
  stated: number;
  offered: number;
  right: number;
  unclear: number;
  naiveOffered: number;
  naiveRight: number;
}

const firstSet: readonly Question[] = OTHER_WORDS.flatMap(({ text, expected }) =>
  VARIABLES.flatMap((variable) => {
    const wanted = expected[variable];
    return wanted === undefined ? [] : [{ text, variable, wanted }];
  }),
);
const secondSet: readonly Question[] = UNSEEN.flatMap(({ text, expected, open = [] }) =>
  VARIABLES.filter((variable) => !open.includes(variable)).map((variable) => ({
    text,
    variable,
    wanted: expected[variable] ?? null,
  })),
);

/**
 * Agreements and passages that the generator has nothing to do with, by set and by variable. What is
 * missed is named for the first set alone: rules are widened by it, and measured by the second.
 */
export function measureOtherWords(detect: Detector): void {
  for (const { variable, wanted, told } of measureSet(
    detect,
    'agreements in other words',
    firstSet,
  )) {
    note(`  ${variable}: ${told.answer ?? told.outcome}, not ${wanted ?? 'nothing'}`);
  }
  measureSet(detect, 'unseen wordings', secondSet);
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
    if (told.answer !== question.wanted) wrong.push({ ...question, told });
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
  naiveOffered: 0,
  naiveRight: 0,
});

interface Told {
  readonly outcome: 'proposed' | 'unclear' | 'nothing';
  readonly answer: string | null;
  readonly naive: string | null;
}

function ask(detect: Detector, { text, variable }: Question): Told {
  const page = { document: DocumentId.parse('0'.repeat(64)), number: 1, text };
  const finding = detect(IOP_CODEBOOK, [page]).find((one) => one.variable === variable);
  const value = finding?.outcome === 'proposed' ? finding.candidates[0]?.value : undefined;
  const naive = baselineValue(text, variable);
  return {
    outcome: finding?.outcome ?? 'nothing',
    answer: value === undefined ? null : inWords(variable, value),
    naive: naive === null ? null : inWords(variable, naive),
  };
}

function count(tally: Tally, { wanted }: Question, { outcome, answer, naive }: Told): void {
  tally.asked += 1;
  if (wanted !== null) tally.stated += 1;
  if (answer !== null) tally.offered += 1;
  if (answer !== null && answer === wanted) tally.right += 1;
  if (outcome === 'unclear') tally.unclear += 1;
  if (naive !== null) tally.naiveOffered += 1;
  if (naive !== null && naive === wanted) tally.naiveRight += 1;
}

function tell(name: string, tally: Tally, isAll: boolean): void {
  const { asked, stated, offered, right, unclear } = tally;
  const share = (part: number, of: number) => (of === 0 ? 0 : rounded(part / of));
  const precision = share(right, offered);
  const naive = share(tally.naiveRight, tally.naiveOffered);
  report({
    name: `detector: ${name}`,
    unit: 'share of questions',
    samsyn: { precision, recall: share(right, stated), unclear: share(unclear, asked) },
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

/** Public actors by id and in alphabetical order, anything else as `formatValue` writes it. */
function inWords(variable: MeasuredVariable, value: Value): string {
  return variable === 'public_actors' && value.type === 'actors'
    ? value.actors
        .map(({ id }) => id)
        .toSorted()
        .join('; ')
    : formatValue(value);
}
