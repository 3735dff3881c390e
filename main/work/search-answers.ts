import { describeAnswer } from '../../shared/domain/answer-text';
import { Answer, MissingKind, type SettledAnswer, Value } from '../../shared/domain/answer';
import { type Language, type Variable } from '../../shared/domain/codebook';
import type { ReviewerId } from '../../shared/domain/ids';
import { findPlace, hasAll } from '../../shared/domain/search-passage';
import { isSearchable, parseSearch, type SearchQuery } from '../../shared/domain/search-query';
import type { AnswerHit, AnswerResults } from '../../shared/domain/search-views';
import { codebookOf } from '../handlers/deps';
import type { ProjectStore } from '../store/project-store';
import { findAgreement } from '../store/queries/agreements';
import {
  eachOwnAnswer,
  eachSettledAnswer,
  type StoredAnswer,
} from '../store/queries/search-answers';
import { mayRead } from './disagreements';

/** So many hits are listed; whoever finds more needs other words. */
const MOST_ANSWERS = 200;
/** Milliseconds of searching before others have their turn. */
const SLICE = 10;

interface AnswerSearch {
  readonly store: ProjectStore;
  readonly reviewer: ReviewerId | null;
  readonly language: Language;
  /** Told when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/**
 * The answers that have what was typed, in words as people read them: the reviewer's own, with their
 * notes, and the settled values, with what they rest on, of agreements whose codings the reviewer may
 * read. Nothing of another's coding, and nothing at all for nobody in particular.
 *
 * Goes through the answers as they lie in the project, in slices between which others have their turn.
 */
export async function searchAnswers(search: AnswerSearch, text: string): Promise<AnswerResults> {
  const { store, reviewer, signal } = search;
  const query = parseSearch(text);
  const hits: AnswerHit[] = [];
  if (reviewer === null || !isSearchable(query)) return { hits, total: 0, isMore: false };
  const matcher = createMatcher(search, query);
  let isMore = false;
  let sliceEnds = performance.now() + SLICE;
  for (const stored of answersFor(store, reviewer)) {
    if (hits.length >= MOST_ANSWERS) {
      isMore = true;
      break;
    }
    const hit = matcher(stored, reviewer);
    if (hit !== null) hits.push(hit);
    if (performance.now() < sliceEnds) continue;
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted || !store.db.open) return { hits: [], total: 0, isMore: true };
    sliceEnds = performance.now() + SLICE;
  }
  hits.sort((a, b) => a.number - b.number);
  return { hits, total: hits.length, isMore };
}

function* answersFor(store: ProjectStore, reviewer: ReviewerId): Generator<StoredAnswer> {
  yield* eachSettledAnswer(store.db);
  yield* eachOwnAnswer(store.db, reviewer);
}

function createMatcher(
  { store, language }: AnswerSearch,
  query: SearchQuery,
): (stored: StoredAnswer, reviewer: ReviewerId) => AnswerHit | null {
  const variables = new Map<string, Variable>(
    codebookOf(store).variables.map((variable) => [variable.id, variable]),
  );
  const readable = new Map<string, boolean>();
  return (stored, reviewer) => {
    const variable = variables.get(stored.variable);
    if (variable === undefined) return null;
    const { answer, comment } = readStored(stored);
    const said = describeAnswer(variable, answer, language);
    const text = comment === '' ? said : `${said} · ${comment}`;
    if (!hasAll(query, text)) return null;
    // Whose coding it rests on may be blind to the one who asks; one's own never is.
    if (stored.source === 'settled') {
      const may = readable.get(stored.agreement) ?? mayRead(store, stored.agreement, reviewer);
      readable.set(stored.agreement, may);
      if (!may) return null;
    }
    const row = findAgreement(store.db, stored.agreement, reviewer);
    if (row === null) return null;
    return {
      agreement: row.id,
      number: row.number,
      fileName: row.fileName,
      variable: variable.id,
      source: stored.source,
      excerpt: [...(findPlace(query, text)?.excerpt ?? [{ text: said, isMarked: false }])],
    };
  };
}

function readStored(stored: StoredAnswer): { answer: SettledAnswer; comment: string } {
  if (stored.source === 'own') {
    const { value, missing, note } = Answer.parse(JSON.parse(stored.answer));
    return { answer: { value, missing }, comment: note };
  }
  return {
    answer: {
      value: stored.value === null ? null : Value.parse(JSON.parse(stored.value)),
      missing: MissingKind.nullable().parse(stored.missing),
    },
    comment: stored.rationale,
  };
}
