import { mayCode } from '../../shared/domain/blinding';
import { passageAt } from '../../shared/domain/evidence';
import { DocumentId, type ReviewerId } from '../../shared/domain/ids';
import { findPlace } from '../../shared/domain/search-passage';
import { isSearchable, parseSearch, type SearchQuery } from '../../shared/domain/search-query';
import type {
  HitScreen,
  PassageHit,
  PassageResults,
  PassageSearch,
} from '../../shared/domain/search-views';
import type { PageCache } from '../documents/page-cache';
import type { FoundPage } from '../documents/search-index';
import { codersWantedIn } from '../handlers/deps';
import type { ProjectStore } from '../store/project-store';
import { type AgreementInHit, findAgreementInHit } from '../store/queries/agreements';
import { findDocument, knownAmong } from '../store/queries/documents';

interface SearchedProject {
  readonly store: ProjectStore;
  readonly pages: PageCache;
  /** Documents whose pages are still to be read anew before they can be found. */
  readonly waitingDocuments: number;
  readonly reviewer: ReviewerId | null;
}

/** The passages of the project's documents that have what was typed. Documents are open to everyone. */
export function searchPassages(project: SearchedProject, search: PassageSearch): PassageResults {
  const { store, pages: cache } = project;
  const query = parseSearch(search.text);
  const found = isSearchable(query) ? cache.find(query) : { pages: [], isMore: false, waiting: 0 };
  // Where there are too many to count, they are not counted exactly either.
  const pages = found.isMore ? found.pages : ofKnownDocuments(store, found.pages);
  const perDocument = new Map<string, FoundPage[]>();
  for (const page of pages) {
    const others = perDocument.get(page.sha256);
    if (others === undefined) perDocument.set(page.sha256, [page]);
    else others.push(page);
  }
  const listed = search.byDocument
    ? [...perDocument.values()].map(([first, ...others]) => ({
        page: first,
        others: others.length,
      }))
    : pages.map((page) => ({ page, others: 0 }));
  return {
    hits: listed
      .slice(search.offset, search.offset + search.limit)
      .flatMap(({ page, others }) =>
        page === undefined ? [] : hitOf(project, query, page, others),
      ),
    total: listed.length,
    pages: pages.length,
    documents: perDocument.size,
    isMore: found.isMore,
    waitingPages: found.waiting,
    waitingDocuments: project.waitingDocuments,
  };
}

/** Pages may lie in the cache of documents that did not come in after all. */
function ofKnownDocuments(store: ProjectStore, pages: readonly FoundPage[]): readonly FoundPage[] {
  const known = knownAmong(store.db, new Set(pages.map(({ sha256 }) => sha256)));
  return pages.filter(({ sha256 }) => known.has(sha256));
}

function hitOf(
  project: SearchedProject,
  query: SearchQuery,
  page: FoundPage,
  furtherPages: number,
): PassageHit[] {
  const { store, pages, reviewer } = project;
  const document = findDocument(store.db, page.sha256);
  const row = document === null ? null : findAgreementInHit(store.db, document.agreement, reviewer);
  const text = pages.textOf(page);
  if (document === null || row === null || text === null) return [];
  const place = findPlace(query, text);
  const passage =
    place === null
      ? null
      : passageAt(
          DocumentId.parse(page.sha256),
          { number: page.number, text },
          place.start,
          place.end,
        );
  if (place === null || passage === null) return [];
  return [
    {
      agreement: row.id,
      number: row.number,
      document: document.id,
      fileName: document.fileName,
      format: document.format,
      stage: row.stage,
      page: page.number,
      pageCount: document.pageCount,
      excerpt: [...place.excerpt],
      passage,
      opensIn: screenFor(row, codersWantedIn(store)),
      furtherPages,
    },
  ];
}

/** Where somebody reads the agreement: at their own coding, unless it is not theirs to code any more. */
function screenFor({ own, submitted }: AgreementInHit, codersWanted: number): HitScreen {
  if (own !== 'none') return 'coding';
  return mayCode({ submitted, codersWanted, ownDraft: false }) ? 'coding' : 'disagreements';
}
