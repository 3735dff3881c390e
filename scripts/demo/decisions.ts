import { csvLine } from '../../main/exchange/csv';
import { openProject } from '../../main/store/open-project';
import { listRevealedAgreements } from '../../main/store/queries/decisions';
import { viewDisagreements } from '../../main/work/disagreements';
import { formatValue } from '../../shared/domain/answer-text';
import type { SubmittedAnswer } from '../../shared/domain/journal';

/** How the demo settles what the readers left: told in the log and in every rationale. */
export const RULE =
  'The reading that its reader was sure of goes before one marked unsure, then the one with evidence before one without, then a value before “not stated”, then the longer text, then the first reader’s.';

/** In the project's language, as a person would write it. */
const RATIONALE =
  'Avgjort efter regel: säker läsning före osäker, läsning med belägg före läsning utan, värde före Framgår inte.';

interface Decisions {
  /** What `samsyn decide` reads. */
  readonly csv: string;
  readonly count: number;
}

/** A decision for every variable that is still open because the readers differ. */
export function decideByRule(folder: string, now: string): Decisions {
  const store = openProject(folder, { program: 'the demo', now });
  try {
    const lines = [['agreement', 'variable', 'value', 'missing', 'rationale']];
    for (const { agreement, number } of listRevealedAgreements(store.db, {
      includeSettled: false,
      reviewer: null,
    })) {
      const view = viewDisagreements(store, agreement, null);
      for (const { variable, verdict, decision } of view.variables) {
        if (decision !== null || verdict === 'agreed' || verdict === 'not-coded') continue;
        const readings = view.codings.flatMap(({ answers }) =>
          answers.filter((each) => each.variable === variable && isSaid(each)),
        );
        const [chosen] = readings.toSorted(byRule);
        if (chosen === undefined) throw new Error(`Nobody answered ${variable} of ${number}`);
        const { value, missing } = chosen.answer;
        lines.push([
          String(number),
          variable,
          value === null ? '' : formatValue(value),
          missing ?? '',
          RATIONALE,
        ]);
      }
    }
    return { csv: lines.map(csvLine).join(''), count: lines.length - 1 };
  } finally {
    store.close();
  }
}

const isSaid = ({ answer }: SubmittedAnswer) => answer.value !== null || answer.missing !== null;

/** Negative when `a` goes before `b`; equal ones keep their order, that of the readers' names. */
function byRule(a: SubmittedAnswer, b: SubmittedAnswer): number {
  const ranks = (each: SubmittedAnswer) => [
    each.answer.unsure ? 1 : 0,
    each.evidence.length > 0 ? 0 : 1,
    each.answer.value === null ? 1 : 0,
    each.answer.value?.type === 'text' ? -each.answer.value.text.length : 0,
  ];
  const [ofA, ofB] = [ranks(a), ranks(b)];
  const at = ofA.findIndex((rank, place) => rank !== ofB[place]);
  return at < 0 ? 0 : (ofA[at] ?? 0) - (ofB[at] ?? 0);
}
