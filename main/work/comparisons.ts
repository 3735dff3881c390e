import { AppError } from '../../shared/domain/app-error';
import {
  type DocumentPair,
  type DocumentRelation,
  pairKey,
  pairOf,
} from '../../shared/domain/comparison-of-documents';
import type { DocumentId } from '../../shared/domain/ids';
import type { Happening } from '../../shared/domain/journal';
import { comparedText } from '../../shared/domain/similarity/compared-text';
import { estimatedJaccard } from '../../shared/domain/similarity/minhash';
import type { PairFigures } from '../../shared/domain/similarity/pair';
import { reasonsOf } from '../../shared/domain/similarity/reasons';
import { templateRanges } from '../../shared/domain/similarity/template';
import type {
  DocumentTemplate,
  OpenPair,
  PairDocument,
  PairFilter,
  PairRow,
} from '../../shared/ipc/comparison-shapes';
import { figuresNow } from '../documents/compare-documents';
import type { StoredDocument } from '../documents/kept-text';
import { type PageSource, readPages } from '../documents/read-pages';
import { type KeptPair, SimilarityCache } from '../documents/similarity-cache';
import type { ProjectStore } from '../store/project-store';
import { findAgreement } from '../store/queries/agreements';
import { findDocument } from '../store/queries/documents';
import {
  agreementOfDocument,
  findSaid,
  listSaid,
  listSaidKeys,
  type Said,
} from '../store/queries/comparisons';

/** A project whose documents are compared. */
interface Compared extends PageSource {
  readonly store: ProjectStore;
}

/** Pages that are laid side by side at most; `comparedText` cuts by length before that. */
const MOST_PAGES = 400;

/** Documents are written alike when their signatures agree on this share. */
const SAME_TEMPLATE = 0.22;
/** Beyond this they are the same document rather than one of the same template. */
const SAME_DOCUMENT = 0.85;
/** Documents of one template that are looked at. */
const MOST_OTHERS = 40;

/** Pairs that are alike and of which nobody has said what they are; those within one agreement are none. */
export function listOpenPairs({ store, pages }: Pick<Compared, 'store' | 'pages'>): KeptPair[] {
  const pairs = new SimilarityCache(pages).listPairs();
  if (pairs.length === 0) return [];
  const said = listSaidKeys(store.db);
  return pairs.filter(({ a, b }) => {
    if (said.has(pairKey(a, b))) return false;
    const [one, other] = [agreementOfDocument(store.db, a), agreementOfDocument(store.db, b)];
    return one !== null && other !== null && one !== other;
  });
}

/** A page of the pairs of one kind, and how many there are of each. */
export function listPairs(
  project: Pick<Compared, 'store' | 'pages'>,
  { show, offset, limit }: { show: PairFilter; offset: number; limit: number },
): { rows: PairRow[]; open: number; decided: number } {
  const open = listOpenPairs(project);
  const decided = listSaid(project.store.db);
  const wanted: readonly (DocumentPair & { figures?: PairFigures })[] =
    show === 'open' ? open : decided;
  const rows = wanted
    .slice(offset, offset + limit)
    .flatMap((pair) => rowOf(project, pair, pair.figures) ?? []);
  return { rows, open: open.length, decided: decided.length };
}

/** One pair as it stands now. Throws `document-unknown` and `same-document`. */
export function viewPair(
  project: Pick<Compared, 'store' | 'pages'>,
  one: DocumentId,
  other: DocumentId,
): PairRow {
  const pair = pairIn(project.store, one, other);
  const row = rowOf(project, pair);
  if (row === null) throw unknownDocument(one);
  return row;
}

/** Two documents with their texts. Throws as `viewPair`, and what reading a document throws. */
export async function openPair(
  project: Compared,
  one: DocumentId,
  other: DocumentId,
): Promise<OpenPair> {
  const pair = viewPair(project, one, other);
  const [a, b] = await Promise.all([
    textOf(project, pair.a.document),
    textOf(project, pair.b.document),
  ]);
  return { pair, a, b };
}

/** What a person says of two documents, as an entry. Throws as `viewPair`. */
export function say(
  store: ProjectStore,
  {
    one,
    other,
    relation,
    note,
  }: {
    one: DocumentId;
    other: DocumentId;
    relation: DocumentRelation;
    note: string;
  },
): Happening {
  const pair = pairIn(store, one, other);
  return { kind: 'documents.compared', payload: { ...pair, relation, note: note.trim() } };
}

/** Takes back what was said; nothing where nothing is. Throws as `viewPair`. */
export function takeBack(store: ProjectStore, one: DocumentId, other: DocumentId): Happening[] {
  const pair = pairIn(store, one, other);
  if (findSaid(store.db, pair.a, pair.b) === null) return [];
  return [{ kind: 'comparison.withdrawn', payload: pair }];
}

/**
 * What of a document's text is common to those that are written alike, as far as there are any.
 *
 * Copies and versions of the document itself are left out: all of their text would be the template's.
 */
export async function templateOf(
  project: Compared,
  document: DocumentId,
): Promise<DocumentTemplate> {
  const { store, pages } = project;
  const found = findDocument(store.db, document);
  if (found === null) throw unknownDocument(document);
  const { text } = await textOf(project, found);
  const cache = new SimilarityCache(pages);
  const signature = cache.signatureOf(document);
  if (signature === null) return { others: [], ranges: [] };
  const copies = new Set(
    [...cache.listPairs(), ...listSaid(store.db).filter(({ relation }) => relation !== 'unrelated')]
      .filter(({ a, b }) => a === document || b === document)
      .map(({ a, b }) => (a === document ? b : a)),
  );
  const alike = [...cache.listSketched().keys()]
    .filter((id) => id !== document && !copies.has(id))
    .map((id) => ({ id, share: estimatedJaccard(signature, cache.signatureOf(id) ?? EMPTY) }))
    .filter(({ share }) => share >= SAME_TEMPLATE && share < SAME_DOCUMENT)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_OTHERS);
  const others = alike.flatMap(({ id }) => {
    const other = findDocument(store.db, id);
    return other === null ? [] : [{ document: id, number: other.number, fileName: other.fileName }];
  });
  const shingles = others.map((other) => cache.shinglesOf(other.document) ?? EMPTY);
  return { others, ranges: templateRanges(text, shingles) };
}

const EMPTY = new Uint32Array();

function textOf(project: Compared, document: StoredDocument) {
  return readPages(project, document, 1, MOST_PAGES).then(comparedText);
}

function pairIn(store: ProjectStore, one: DocumentId, other: DocumentId): DocumentPair {
  if (one === other) {
    throw new AppError(
      'same-document',
      'A document cannot be compared with itself. Choose another.',
    );
  }
  for (const id of [one, other]) if (findDocument(store.db, id) === null) throw unknownDocument(id);
  return pairOf(one, other);
}

function unknownDocument(document: DocumentId): AppError {
  return new AppError('document-unknown', 'That document is not in this project.', { document });
}

function rowOf(
  { store, pages }: Pick<Compared, 'store' | 'pages'>,
  { a, b }: DocumentPair,
  known?: PairFigures,
): PairRow | null {
  const cache = new SimilarityCache(pages);
  const one = pairDocument(store, a);
  const other = pairDocument(store, b);
  if (one === null || other === null) return null;
  // A person reads the earlier agreement at the left, whatever the documents' ids are.
  const isTurned = (one.number ?? Infinity) > (other.number ?? Infinity);
  const [left, right] = isTurned ? [other, one] : [one, other];
  const figures = known ?? cache.findPair(a, b) ?? figuresNow(cache, { a, b });
  const facts = [cache.factsOf(left.document.id), cache.factsOf(right.document.id)] as const;
  const reasons =
    figures === null || facts[0] === null || facts[1] === null
      ? []
      : reasonsOf(facts[0], facts[1], figures);
  return { a: left, b: right, figures, reasons, said: wordOf(findSaid(store.db, a, b)) };
}

function wordOf(said: Said | null): PairRow['said'] {
  if (said === null) return null;
  const { relation, note, reviewer, at } = said;
  return { relation, note, reviewer, at };
}

function pairDocument(store: ProjectStore, document: DocumentId): PairDocument | null {
  const found = findDocument(store.db, document);
  if (found === null) return null;
  const { agreement, number, ...view } = found;
  const uncoded = findAgreement(store.db, agreement, null)?.stage === 'uncoded';
  return { document: view, agreement, number, uncoded };
}
