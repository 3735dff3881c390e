import { OPEN_ENDED, type Value } from '../answer';
import { categoryOf, type Variable } from '../codebook';
import type { Passage } from '../evidence';
import type { PartyReading } from './actors';
import type { FlatText } from './flat-text';
import { type Candidate, candidateId, type Finding, reason, type Reason } from './proposal';
import type { PurposeReading } from './purpose';
import type { RenewalReading } from './renewal';
import type { GroupReading } from './target-group';
import type { TermReadings } from './term';

/** Readings below this are not shown at all, and below `SURE` not offered first. */
const POSSIBLE = 1;
const SURE = 3;
/** Two readings as close as this that say different things contradict each other. */
const CLOSE = 1;
const MOST_CANDIDATES = 5;

/** What one document says, before it is put into a variable's form. */
export interface Readings {
  readonly flat: FlatText;
  /** A paper about agreements: what it says is shown, and not offered as an answer. */
  readonly isAboutAgreements: boolean;
  readonly term: TermReadings;
  readonly renewal: readonly RenewalReading[];
  readonly parties: readonly PartyReading[];
  readonly purpose: readonly PurposeReading[];
  readonly groups: readonly GroupReading[];
}

/** Turns what a document says into what is found of a variable; `null` when it says nothing. */
type Reader = (variable: Variable, document: Readings) => Finding | null;

/** Which reader answers to a variable: by its type, and by the meaning that its id has in the codebook. */
export function readerOf({ id, type }: Variable): Reader | null {
  switch (type) {
    case 'public-actors':
      return (variable, document) => partiesFinding(variable, document, 'public');
    case 'civil-actors':
      return (variable, document) => partiesFinding(variable, document, 'civil');
    case 'text':
      return id === 'purpose' ? purposeFinding : null;
    case 'date':
      return id === 'start' ? startFinding : null;
    case 'end-date':
      return endFinding;
    case 'renewal':
      return renewalFinding;
    case 'category':
      return id === 'target_group' ? groupFinding : null;
  }
}

interface Rated {
  readonly value: Value;
  readonly score: number;
  readonly passages: readonly Passage[];
  readonly reasons: readonly Reason[];
}

/** The finding of rated values: the best first, *unclear* when none is sure or two sure ones differ. */
function findingOf(
  variable: Variable,
  rated: readonly Rated[],
  open: readonly { passage: Passage | null; score: number; reason: Reason }[],
): Finding | null {
  const merged = new Map<string, Rated & { times: number }>();
  for (const each of rated) {
    if (each.score < POSSIBLE || each.passages.length === 0) continue;
    const id = candidateId(variable.id, each.value);
    const known = merged.get(id);
    if (known === undefined) merged.set(id, { ...each, times: 1 });
    else if (each.score > known.score) merged.set(id, { ...each, times: known.times + 1 });
  }
  const ranked = [...merged.values()].sort((a, b) => b.score - a.score);
  const [best] = ranked;
  const candidates = ranked
    .slice(0, MOST_CANDIDATES)
    .map(({ value, passages, reasons }): Candidate => ({
      id: candidateId(variable.id, value),
      value,
      passages: [...passages].slice(0, 40),
      reasons: [...reasons],
    }));
  const places = open.flatMap(({ passage, score, reason: why }) =>
    passage === null ? [] : [{ passage, score, reason: why }],
  );
  const opener = places.reduce((top, { score }) => Math.max(top, score), -Infinity);
  const unclear = (reasons: readonly Reason[], passages: readonly Passage[]): Finding => ({
    variable: variable.id,
    outcome: 'unclear',
    candidates,
    unclear: passages.slice(0, 8),
    reasons: [...reasons],
  });
  const isSure = best !== undefined && best.score >= SURE;
  if (places.length > 0 && (!isSure || opener > best.score)) {
    return unclear(
      [...new Map(places.map(({ reason: why }) => [why.code, why])).values()],
      places.map(({ passage }) => passage),
    );
  }
  if (best === undefined) return null;
  if (!isSure) {
    return unclear([reason('weak')], best.passages);
  }
  const other = ranked
    .slice(1)
    .find(
      (each) =>
        !agree(best.value, each.value) &&
        (best.score - each.score < CLOSE || (isWholeTerm(best) && isWholeTerm(each))),
    );
  if (other !== undefined) {
    return unclear([reason('contradicts')], [...best.passages, ...other.passages]);
  }
  return { variable: variable.id, outcome: 'proposed', candidates, unclear: [], reasons: [] };
}

/** Whether a date stands under a heading of the term with the term's other end: it needs no other words. */
function isWholeTerm({ value, reasons }: Rated): boolean {
  const has = (code: Reason['code']) => reasons.some((each) => each.code === code);
  return value.type === 'end' && has('in-section') && has('both-ends');
}

/** Dates agree where the coarser holds the finer; other values only when they are the same. */
function agree(a: Value, b: Value): boolean {
  const date = (value: Value) =>
    value.type === 'date' ? value.date : value.type === 'end' ? value.end : null;
  const [one, two] = [date(a), date(b)];
  return one !== null && two !== null && (one.startsWith(two) || two.startsWith(one));
}

const startFinding: Reader = (variable, { flat, term }) =>
  findingOf(
    variable,
    term.readings.flatMap(({ role, date, start, end, score, reasons }): Rated[] =>
      role === 'start' && date !== OPEN_ENDED
        ? [
            {
              value: { type: 'date', date },
              score,
              reasons,
              passages: passagesAt(flat, [{ start, end }]),
            },
          ]
        : [],
    ),
    openPlaces(flat, term, 'start'),
  );

const endFinding: Reader = (variable, { flat, term }) =>
  findingOf(
    variable,
    term.readings.flatMap(({ role, date, start, end, score, reasons }): Rated[] =>
      role === 'end'
        ? [
            {
              value: { type: 'end', end: date },
              score,
              reasons,
              passages: passagesAt(flat, [{ start, end }]),
            },
          ]
        : [],
    ),
    openPlaces(flat, term, 'end'),
  );

const openPlaces = (flat: FlatText, term: TermReadings, role: 'start' | 'end') =>
  term.open
    .filter((place) => place.role === role)
    .map(({ start, end, score, reason: why }) => ({
      passage: flat.passage(start, end),
      score,
      reason: why,
    }));

const renewalFinding: Reader = (variable, { flat, renewal }) =>
  findingOf(
    variable,
    renewal.map(({ renewal: value, start, end, score, reasons }) => ({
      value: { type: 'renewal', renewal: value },
      score,
      reasons,
      passages: passagesAt(flat, [{ start, end }]),
    })),
    [],
  );

const purposeFinding: Reader = (variable, { flat, purpose }) =>
  findingOf(
    variable,
    // Free text never contradicts: the later ones are alternatives.
    purpose.map(({ text, start, end, score, reasons }, rank) => ({
      value: { type: 'text', text },
      score: Math.max(POSSIBLE, score - (rank === 0 ? 0 : CLOSE)),
      reasons,
      passages: passagesAt(flat, [{ start, end }]),
    })),
    [],
  );

const groupFinding: Reader = (variable, { flat, groups }) => {
  const sure = groups.filter(({ score }) => score >= SURE);
  const [best] = sure;
  const rated = groups.flatMap(({ groups: ids, start, end, score, reasons }): Rated[] =>
    ids.flatMap((id, rank) => {
      const category = categoryOf(variable, id);
      if (category === undefined) return [];
      const value: Value = { type: 'category', category: category.id, secondary: [] };
      // Several groups in one sentence: none of them is offered, all can be chosen.
      const several = ids.length > 1 ? -2 - rank : 0;
      return [
        { value, score: score + several, reasons, passages: passagesAt(flat, [{ start, end }]) },
      ];
    }),
  );
  const open =
    best === undefined || best.groups.length === 1
      ? []
      : [
          {
            passage: flat.passage(best.start, best.end),
            score: best.score,
            reason: reason(best.groups.length === 0 ? 'no-group-words' : 'several-groups'),
          },
        ];
  return findingOf(variable, rated, open);
};

function partiesFinding(
  variable: Variable,
  { flat, parties }: Readings,
  side: 'public' | 'civil',
): Finding | null {
  const own = parties.filter((party) => party.side === side);
  const value = (chosen: readonly PartyReading[]): Value => ({
    type: 'actors',
    actors: chosen.map(({ actor }) => actor).slice(0, 200),
  });
  const inOrder = (chosen: readonly PartyReading[]) =>
    [...chosen].sort((a, b) => a.start - b.start);
  const passages = (chosen: readonly PartyReading[]) =>
    chosen.flatMap(({ within, start, end }) => passagesAt(within, [{ start, end }]));
  const reasons = (chosen: readonly PartyReading[]) =>
    chosen.flatMap((party) =>
      party.reasons.map(({ code, about }) =>
        reason(code, about ?? (chosen.length > 1 ? party.actor.name : null)),
      ),
    );
  const rate = (chosen: readonly PartyReading[], score: number): Rated => ({
    value: value(chosen),
    score,
    passages: passages(chosen),
    reasons: reasons(chosen),
  });
  void flat;
  const sure = inOrder(own.filter(({ score }) => score >= SURE));
  const doubtful = own.filter(({ score }) => score >= POSSIBLE && score < SURE);
  const together = sure.length === 0 ? [] : [rate(sure, 9)];
  // Others to choose from: with those that are less sure, and each party alone.
  const wider =
    sure.length > 0 && doubtful.length > 0 ? [rate(inOrder([...sure, ...doubtful]), 4)] : [];
  const alone = (sure.length > 1 || sure.length === 0 ? [...sure, ...doubtful] : []).map((party) =>
    rate([party], Math.min(2, party.score)),
  );
  return findingOf(variable, [...together, ...wider, ...alone], []);
}

const passagesAt = (flat: FlatText, places: readonly { start: number; end: number }[]): Passage[] =>
  places.flatMap(({ start, end }) => {
    const passage = flat.passage(start, end);
    return passage === null ? [] : [passage];
  });
