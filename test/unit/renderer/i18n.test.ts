import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { DocumentErrorCode } from '../../../main/documents/errors';
import { findingSentences } from '../../../main/store/findings';

/** The language files as they lie on disk, and every place in the code that asks for a text. */
const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'renderer/i18n');

function flatten(node: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

function textsIn(language: 'sv' | 'en'): Map<string, string> {
  const files = readdirSync(folder).filter((name) => name.endsWith(`.${language}.json`));
  return new Map(
    files.flatMap((name) => {
      const namespace = name.split('.')[0] ?? '';
      const texts = JSON.parse(readFileSync(join(folder, name), 'utf8')) as object;
      return flatten(texts, `${namespace}:`);
    }),
  );
}

function filesBelow(start: string, ending: RegExp): string[] {
  return readdirSync(join(root, start), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(root, start, name));
}

const swedish = textsIn('sv');
const english = textsIn('en');
/** Without the endings by which i18next tells numbers and causes apart. */
const bare = (key: string): string => key.replace(/_(one|other)$/, '');

/** What a text has filled in. */
const places = (text = ''): string => [...text.matchAll(/\{\{\w+/g)].map(String).sort().join();

describe('the texts', () => {
  it('are there in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...swedish.keys()].sort());
  });

  it('are never empty', () => {
    const empty = [...swedish, ...english].filter(([, text]) => text.trim() === '');

    expect(empty).toEqual([]);
  });

  it('fill in the same things in both languages', () => {
    const different = [...swedish].filter(
      ([key, text]) => places(text) !== places(english.get(key)),
    );

    expect(different).toEqual([]);
  });

  it('have both forms of every number', () => {
    const forms = [...swedish.keys()].filter((key) => /_(one|other)$/.test(key));
    const lone = forms.filter(
      (key) => !swedish.has(`${bare(key)}_one`) || !swedish.has(`${bare(key)}_other`),
    );

    expect(lone).toEqual([]);
  });

  it('exist for every key that the window asks for', () => {
    const known = new Set([...swedish.keys()].map(bare));
    const asked = filesBelow('renderer', /\.tsx?$/).flatMap(keysAskedIn);

    const missing = asked.filter(({ candidates }) => !candidates.some((key) => fits(key, known)));

    expect(asked.length).toBeGreaterThan(100);
    expect(missing.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });

  it('say every error that main can meet', () => {
    const written = filesBelow('main', /\.ts$/).flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      return [...source.matchAll(/(?:new AppError|super|failure)\(\s*'([a-z][a-z-]+)'/g)];
    });
    const codes = [...written.map((match) => match[1] ?? ''), ...DocumentErrorCode.options];

    const missing = codes.filter((code) => !swedish.has(`errors:${code}`));

    expect(codes.length).toBeGreaterThan(40);
    expect([...new Set(missing)]).toEqual([]);
  });

  it('say everything that checking a project can find, with all its details', () => {
    const unsaid = Object.entries(findingSentences).filter(([code, sentence]) => {
      const texts = [...swedish].filter(([key]) => bare(key) === `verify:finding.${code}`);
      return texts.length === 0 || texts.some(([, text]) => places(text) !== places(sentence));
    });

    expect(unsaid).toEqual([]);
  });
});

interface Asked {
  readonly file: string;
  readonly text: string;
  /** The full keys it may stand for; `*` stands for what is only known when it runs. */
  readonly candidates: readonly string[];
}

/** What `t(…)` is called with in a file, and every other literal that names a namespace and a key. */
function keysAskedIn(path: string): Asked[] {
  const source = readFileSync(path, 'utf8');
  const file = path.slice(root.length + 1);
  const namespaces = [...source.matchAll(/useTranslation\(\s*'(\w+)'/g)].map((match) => match[1]);
  const literals = [...source.matchAll(/\bt\(/g)].flatMap((match) =>
    literalsIn(firstArgument(source, match.index + 2)),
  );
  const elsewhere = [...source.matchAll(/'((?:[a-z]+):[a-zA-Z][\w.-]+)'/g)]
    .map((match) => match[1] ?? '')
    .filter((text) => [...swedish.keys()].some((key) => key.startsWith(`${text.split(':')[0]}:`)));
  return [...new Set([...literals, ...elsewhere])].map((text) => ({
    file,
    text,
    candidates: text.includes(':')
      ? [text]
      : [...namespaces, 'common'].map((namespace) => `${namespace}:${text}`),
  }));
}

/** The source of a call's first argument, from just after its bracket. */
function firstArgument(source: string, start: number): string {
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
    if (depth < 0 || (depth === 0 && sign === ',')) return source.slice(start, at);
  }
  return source.slice(start);
}

/** String and template literals, those that something is compared with left out. */
function literalsIn(argument: string): string[] {
  const plain = argument.replaceAll(/[=!]==\s*'[^']*'/g, '');
  return [...plain.matchAll(/'([^']+)'|`([^`]+)`/g)]
    .map((match) => match[1] ?? match[2] ?? '')
    .map((text) => text.replaceAll(/\$\{[^}]*\}/g, '*'))
    .filter((text) => text !== '*' && !text.endsWith(':*'));
}

function fits(key: string, known: ReadonlySet<string>): boolean {
  if (!key.includes('*')) return known.has(key);
  const pattern = new RegExp(`^${key.split('*').map(escapeForPattern).join('.+')}$`);
  return [...known].some((each) => pattern.test(each));
}

function escapeForPattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
