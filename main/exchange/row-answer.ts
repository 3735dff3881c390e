import type { MissingKind, Value } from '../../shared/domain/answer';
import { MissingKind as MissingKinds } from '../../shared/domain/answer';
import { parseMissing, parseValue } from '../../shared/domain/answer-text';
import type { Variable } from '../../shared/domain/codebook';
import { matcher } from '../work/public-bodies';
import type { TableProblems, TableRow } from './tables';

const LONGEST = 20_000;

/**
 * What a row says in `value` and `missing`: one of them, or neither. `null` when it cannot be read;
 * the reasons are then among the problems. A public body must be in the register, as in the window:
 * a slip of the pen would else be an actor of its own, and a disagreement. Civil-society actors are
 * taken as written.
 */
export function answerOfRow(
  variable: Variable,
  row: TableRow,
  problems: TableProblems,
): { value: Value | null; missing: MissingKind | null } | null {
  const valueText = row.cell('value');
  const missingText = row.cell('missing');
  if (valueText !== '' && missingText !== '') {
    problems.add(row.line, 'missing', 'a value and a kind of missing exclude each other');
    return null;
  }
  if (missingText !== '') {
    const missing = parseMissing(missingText);
    if (missing !== null) return { value: null, missing };
    problems.add(
      row.line,
      'missing',
      `"${missingText}" is no kind of missing; it is one of ${MissingKinds.options.join(', ')}`,
    );
    return null;
  }
  if (valueText === '') return { value: null, missing: null };
  const parsed = parseValue(variable, valueText, matcher());
  const unknown = parsed.ok ? unknownPublicBody(variable, parsed.value) : null;
  if (parsed.ok && unknown === null) return { value: parsed.value, missing: null };
  problems.add(row.line, 'value', parsed.ok ? unknownReason(unknown ?? '') : parsed.reason);
  return null;
}

/** The first name among public actors that no register knows. */
function unknownPublicBody(variable: Variable, value: Value): string | null {
  if (variable.type !== 'public-actors' || value.type !== 'actors') return null;
  return value.actors.find(({ id }) => id.startsWith('name:'))?.name ?? null;
}

function unknownReason(name: string): string {
  const [firstWord = name] = name.trim().split(/\s+/);
  const [likely] = matcher().suggestPublicBodies(firstWord, 1);
  const hint = likely === undefined ? '' : `; perhaps "${likely.name}"`;
  return `no municipality or region is called "${name}"${hint}`;
}

const yes = ['true', '1', 'yes', 'ja'];
const no = ['false', '0', 'no', 'nej'];

/** A cell that says yes or no; `null` when it is empty. What cannot be read is a problem, and `null`. */
export function flagOfRow(row: TableRow, column: string, problems: TableProblems): boolean | null {
  const text = row.cell(column).toLowerCase();
  if (text === '') return null;
  if (yes.includes(text)) return true;
  if (no.includes(text)) return false;
  problems.add(row.line, column, `"${text}" is neither true nor false`);
  return null;
}

/** A cell of free text; too much of it is a problem. */
export function textOfRow(row: TableRow, column: string, problems: TableProblems): string {
  const text = row.cell(column);
  if (text.length <= LONGEST) return text;
  problems.add(row.line, column, `the text is longer than ${LONGEST} characters`);
  return '';
}

/** A cell that holds a page number; `null` when it is empty. What cannot be read is a problem, and `null`. */
export function pageOfRow(row: TableRow, problems: TableProblems): number | null {
  const text = row.cell('page');
  if (text === '') return null;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  problems.add(row.line, 'page', `"${text}" is no page number`);
  return null;
}
