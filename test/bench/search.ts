import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { forkWithNode } from '../../main/documents/fork-with-node';
import { openPageCache, type PageCache } from '../../main/documents/page-cache';
import { createReaderHost } from '../../main/documents/reader-host';
import { expressionsFor, MOST_FOUND, SEARCH_SQL } from '../../main/documents/search-index';
import { listDocumentIds } from '../../main/store/queries/documents';
import { searchPassages } from '../../main/work/search';
import { parseSearch } from '../../shared/domain/search-query';
import { Random } from '../../scripts/sample/random';
import { projectFolder } from '../../scripts/setup/paths.mjs';
import { bigProject, workFolder } from './big-project';
import { missingProgram } from './debian-program';
import type { Options } from './options';
import { distributionOf, note, percentile, report, rounded } from './report';

const samples = join(projectFolder, 'dist/samples/documents');
const PAGES_OF_ONE = 8;
/** Hits that the window asks for while somebody types. */
const SHOWN = 8;

/**
 * What people type: on the way to a word, words that are everywhere and nowhere, several, phrases, in
 * all spellings. The last word of each is a beginning, as it is while it is typed.
 */
const QUERIES = [
  'sa',
  'sam',
  'samv',
  'samverkan',
  'överenskommelse',
  'overenskommelse',
  'parterna ',
  'målgrupp',
  'malgrupp',
  'barn och unga',
  '"barn och unga"',
  '"idéburet offentligt partnerskap"',
  'offentligt partnerskap uppsägning',
  'avtalet gäller från',
  '"från och med"',
  '2024-01-01',
  'dnr 1204',
  'kommunen föreningen ersättning uppföljning',
  'avtal -kommun',
  'zorvo',
  'ingenstans',
  'aldre ensamhet',
  'förlängning tolv månader',
  'o',
] as const;

/**
 * From what is typed to the hits with their excerpts, beside the very same statements in the `sqlite3`
 * shell on the same file: what is matched, ranked, looked up and read. The shell runs all the time, is
 * written to and read from over pipes, and both are warm.
 */
export async function measureSearch({ quick }: Options): Promise<void> {
  if (await missingProgram('sqlite3', 'sqlite3')) return;
  const texts = await sampleTexts();
  for (const pages of quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]) {
    await measureAt(pages, texts, quick ? 3 : 10);
  }
}

async function measureAt(count: number, texts: readonly string[], rounds: number): Promise<void> {
  const { folder, remove } = workFolder('search');
  try {
    note(`search: making a project of ${count} pages`);
    const store = bigProject(join(folder, 'Stort.samsyn'), Math.ceil(count / PAGES_OF_ONE));
    const pages = openPageCache(store.folder);
    fill(pages, listDocumentIds(store.db), texts, count);
    const indexing = index(pages);
    const [reviewer = null] = store.db.prepare('SELECT id FROM reviewers').pluck().all() as [
      never?,
    ];
    const search = (text: string) =>
      searchPassages(
        { store, pages, waitingDocuments: 0, reviewer },
        { text, byDocument: true, offset: 0, limit: SHOWN },
      );
    const shell = new Shell(join(store.folder, 'cache.db'));
    const ours: number[] = [];
    const theirs: number[] = [];
    const slowest: { text: string; ms: number }[] = [];
    for (const text of QUERIES) {
      const expressions = pages.use<string[]>([], (db) => expressionsFor(db, parseSearch(text)));
      search(text);
      await shell.search(expressions);
      for (let round = 0; round < rounds; round += 1) {
        const started = performance.now();
        search(text);
        ours.push(performance.now() - started);
        const shellStarted = performance.now();
        await shell.search(expressions);
        theirs.push(performance.now() - shellStarted);
      }
      const ms = rounded(percentile(ours.slice(-rounds), 0.5));
      const shellMs = rounded(percentile(theirs.slice(-rounds), 0.5));
      slowest.push({ text, ms });
      const { pages: found, isMore } = search(text);
      note(`  ${ms} ms (sqlite3 ${shellMs} ms)  ${text}  ${found}${isMore ? '+' : ''} pages`);
    }
    shell.close();
    const p95 = percentile(ours, 0.95);
    const ratio = p95 / percentile(theirs, 0.95);
    slowest.sort((a, b) => b.ms - a.ms);
    report({
      name: `searching ${count} pages`,
      unit: 'ms',
      samsyn: distributionOf(ours),
      baseline: { name: 'the same statements in the sqlite3 shell', ...distributionOf(theirs) },
      ratio: rounded(ratio),
      aim: 'p95 at most 50 ms and at most 1.5 times the shell’s p95',
      met: p95 <= 50 && ratio <= 1.5,
      n: ours.length,
      about: {
        pages: count,
        queries: QUERIES.length,
        ratioOfMedians: rounded(percentile(ours, 0.5) / percentile(theirs, 0.5)),
        slowest: slowest[0]?.text ?? '',
        indexedPagesPerSecond: rounded(indexing.perSecond),
        longestIndexingSlice: rounded(indexing.longest),
        cacheMegabytes: rounded(statSync(join(store.folder, 'cache.db')).size / 1e6),
      },
    });
    pages.close();
    store.close();
  } finally {
    remove();
  }
}

/** The pages of the sample collection, as the program reads them. */
async function sampleTexts(): Promise<string[]> {
  const reader = createReaderHost({
    fork: forkWithNode(join(projectFolder, 'dist/main/reader-process.js')),
    processes: 2,
  });
  const texts: string[] = [];
  try {
    for (const name of readdirSync(samples).toSorted()) {
      await reader.read(join(samples, name), name, { onPage: ({ text }) => void texts.push(text) });
    }
  } finally {
    reader.close();
  }
  return texts.filter((text) => text.length > 200);
}

/** Real pages over and over, each with a head of its own: the words grow with the pages, as names do. */
function fill(
  pages: PageCache,
  documents: readonly string[],
  texts: readonly string[],
  count: number,
): void {
  const random = new Random(7);
  let left = count;
  for (const document of documents) {
    const size = Math.min(left, PAGES_OF_ONE);
    if (size === 0) return;
    left -= size;
    pages.use(undefined, (db) =>
      db.transaction(() => {
        const writer = pages.receive(document);
        for (let number = 1; number <= size; number += 1) {
          const names = Array.from({ length: 6 }, () => inventedName(random)).join(' ');
          const head = `Dnr KS ${2015 + random.int(0, 10)}/${random.int(1, 99_999)}\n${names}\n`;
          const text = head + random.pick(texts);
          writer.add({ number, width: 595, height: 842, text, words: [], blocks: [] });
        }
        writer.finish({ format: 'pdf', pageCount: size, notices: [] });
      })(),
    );
  }
}

const SYLLABLES = ['zor', 'vo', 'lin', 'berg', 'sta', 'mö', 'kål', 'fri', 'tek', 'ny', 'ås', 'dal'];

function inventedName(random: Random): string {
  const syllables = Array.from({ length: random.int(2, 5) }, () => random.pick(SYLLABLES));
  return syllables.join('');
}

/** Indexes all that waits as an open project does, slice after slice. */
function index(pages: PageCache): { perSecond: number; longest: number } {
  const begun = performance.now();
  const { waiting } = pages.find(parseSearch('x y'));
  let longest = 0;
  for (let isMore = true; isMore;) {
    const started = performance.now();
    isMore = pages.indexSome(8);
    longest = Math.max(longest, performance.now() - started);
  }
  return { perSecond: (waiting * 1_000) / (performance.now() - begun), longest };
}

/** The `sqlite3` program, asked over pipes. */
class Shell {
  readonly #process: ChildProcessWithoutNullStreams;
  #output = '';
  #heard: () => void = () => undefined;

  constructor(file: string) {
    this.#process = spawn('sqlite3', ['-batch', '-readonly', file]);
    this.#process.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#output += text;
      if (this.#output.endsWith(END)) this.#heard();
    });
    this.#process.stderr.on('data', (text: Buffer) => note(`sqlite3: ${text.toString()}`));
    this.#process.stdin.write('.separator "\\t"\n');
  }

  /** What `findPages` and the reading of the shown pages ask, in the same order. */
  async search(expressions: readonly string[]): Promise<void> {
    const pages: string[] = [];
    for (const expression of expressions) {
      const room = MOST_FOUND + 1 - pages.length;
      if (room <= 0) break;
      const found = await this.#lines(bound(SEARCH_SQL.matching, expression, room));
      const isRanked = found.length > 1 && found.length < room;
      pages.push(...(isRanked ? await this.#lines(bound(SEARCH_SQL.ranked, expression)) : found));
    }
    const shown = new Map<string, string>();
    for (const page of pages) {
      const [sha256 = '', number = ''] = page.split('\t');
      if (shown.size < SHOWN && !shown.has(sha256)) {
        shown.set(sha256, bound(SEARCH_SQL.text, sha256, Number(number)));
      }
    }
    if (shown.size > 0) await this.#lines([...shown.values()].join(';\n'));
  }

  close(): void {
    this.#process.stdin.end('.exit\n');
  }

  async #lines(sql: string): Promise<string[]> {
    this.#output = '';
    const heard = new Promise<void>((resolve) => {
      this.#heard = resolve;
    });
    this.#process.stdin.write(`${sql};\n.print ${END}`);
    await heard;
    return this.#output.slice(0, -END.length).split('\n').filter(Boolean);
  }
}

const END = '--end--\n';

/** A statement with its parameters written into it. */
function bound(sql: string, ...parameters: readonly (string | number)[]): string {
  let at = 0;
  return sql.replace(/\?/g, () => {
    const value = parameters[at] ?? '';
    at += 1;
    return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
  });
}
