import type { Fact } from './truth';

/** Text in which stretches are known to state facts. */
export interface RichText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

interface Mark {
  readonly facts: readonly Fact[];
  readonly party: number | null;
  readonly start: number;
  readonly end: number;
}

const open = '\uE000';
const divide = '\uE001';
const close = '\uE002';

/** Wraps text so that `parseRich` finds it as stating the facts; survives any templating. Marks do not nest. */
export function mark(
  facts: Fact | readonly Fact[],
  text: string,
  party: number | null = null,
): string {
  return `${open}${[facts].flat().join(',')}${party === null ? '' : `#${party}`}${divide}${text}${close}`;
}

/** The text without its marks, as when it is measured or put in a title. */
export function plain(marked: string): string {
  return parseRich(marked).text;
}

/** Separates marked text into what is written and what it states. */
export function parseRich(marked: string): RichText {
  return mapRich(marked, (text) => text);
}

/** `parseRich` with each stretch, stating or not, changed on the way: marks stay around their own words. */
export function mapRich(
  marked: string,
  change: (text: string, states: boolean) => string,
): RichText {
  const marks: Mark[] = [];
  let text = '';
  for (const piece of marked.split(new RegExp(`(${open}[^${close}]*${close})`, 'u'))) {
    if (!piece.startsWith(open)) {
      if (piece !== '') text += change(piece, false);
      continue;
    }
    const [head = '', body = ''] = piece.slice(1, -1).split(divide);
    const [facts = '', party] = head.split('#');
    const start = text.length;
    text += change(body, true);
    marks.push({
      facts: facts.split(',') as Fact[],
      party: party === undefined ? null : Number(party),
      start,
      end: text.length,
    });
  }
  return { text, marks };
}
