import { bulletFor, type Counting, countedAs } from './list-markers';
import { readXml } from './xml';

interface Level {
  format: string;
  /** With `%1` … for the numbers of the levels. */
  text: string;
  start: number;
  /** The paragraph style whose paragraphs stand on this level. */
  style: string | null;
}

interface AbstractList {
  readonly levels: Map<number, Level>;
  /** A numbering style, where the levels stand there. */
  link: string | null;
}

interface List {
  abstract: string;
  /** Where a level begins anew for this list. */
  readonly starts: Map<number, number>;
}

interface ParagraphStyle {
  parent: string | null;
  list: string | null;
  level: number | null;
}

const COUNTINGS: Readonly<Record<string, Counting>> = {
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};

/**
 * What Word writes before the paragraphs of its lists, which stands nowhere in the text.
 *
 * To be asked for one paragraph after the other, in the order of the document, as each counts on from
 * those before. As in ECMA-376 part 1, 17.9.
 */
export class DocxNumbering {
  readonly #abstracts = new Map<string, AbstractList>();
  readonly #lists = new Map<string, List>();
  readonly #styles = new Map<string, ParagraphStyle>();
  /** The number of each level, by what its lists are made from. */
  readonly #numbers = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** Throws `XmlError`. */
  constructor(parts: { numbering: Uint8Array | undefined; styles: Uint8Array | undefined }) {
    if (parts.numbering !== undefined) this.#readLists(parts.numbering);
    if (parts.styles !== undefined) this.#readStyles(parts.styles);
  }

  /**
   * The marker of the next paragraph; `undefined` where it has none. `list` and `level` are its own,
   * where it states them; else its style's count.
   */
  next(paragraph: {
    style: string | null;
    list: string | null;
    level: number | null;
  }): string | undefined {
    const styled = this.#ofStyle(paragraph.style);
    const list = paragraph.list ?? styled?.list ?? null;
    if (list === null || list === '0') return undefined;
    const found = this.#resolved(list);
    if (found === null) return undefined;
    const { key, abstract, starts } = found;
    const ofStyle = [...abstract.levels].find(([, level]) => level.style === paragraph.style)?.[0];
    const depth =
      paragraph.level ?? (paragraph.list === null ? ofStyle : null) ?? styled?.level ?? 0;
    const level = abstract.levels.get(depth);
    if (level === undefined) return undefined;
    return this.#count(key, list, depth, level, abstract, starts);
  }

  #count(
    key: string,
    list: string,
    depth: number,
    level: Level,
    abstract: AbstractList,
    starts: ReadonlyMap<number, number>,
  ): string | undefined {
    const numbers = this.#numbers.get(key) ?? [];
    this.#numbers.set(key, numbers);
    const startOf = (at: number): number => starts.get(at) ?? abstract.levels.get(at)?.start ?? 1;
    if (!this.#begun.has(list)) {
      this.#begun.add(list);
      for (const [at, start] of starts) numbers[at] = start - 1;
    }
    for (let at = 0; at < depth; at += 1) numbers[at] ??= startOf(at);
    numbers[depth] = (numbers[depth] ?? startOf(depth) - 1) + 1;
    numbers.length = depth + 1;
    if (level.format === 'none' || level.text === '') return undefined;
    if (level.format === 'bullet') return bulletOf(level.text, depth);
    return level.text
      .replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const format = abstract.levels.get(at)?.format ?? 'decimal';
        return countedAs(COUNTINGS[format] ?? '1', numbers[at] ?? startOf(at));
      })
      .trim()
      .slice(0, 24);
  }

  /** The levels of a list, which may stand in a style of their own. */
  #resolved(
    list: string,
    hops = 0,
  ): { key: string; abstract: AbstractList; starts: ReadonlyMap<number, number> } | null {
    const found = this.#lists.get(list);
    const abstract = found === undefined ? undefined : this.#abstracts.get(found.abstract);
    if (found === undefined || abstract === undefined || hops > 5) return null;
    if (abstract.link === null) return { key: found.abstract, abstract, starts: found.starts };
    const linked = this.#styles.get(abstract.link)?.list ?? null;
    return linked === null ? null : this.#resolved(linked, hops + 1);
  }

  #ofStyle(name: string | null): { list: string | null; level: number | null } | null {
    let next = name;
    for (let hops = 0; next !== null && hops < 10; hops += 1) {
      const style = this.#styles.get(next);
      if (style === undefined) return null;
      if (style.list !== null) return style;
      next = style.parent;
    }
    return null;
  }

  #readLists(part: Uint8Array): void {
    let abstract: AbstractList | null = null;
    let level: Level | null = null;
    let list: List | null = null;
    let overridden = 0;
    readXml(
      part,
      {
        open: (name, attributes) => {
          const value = valueOf(attributes);
          switch (name) {
            case 'abstractNum':
              abstract = { levels: new Map(), link: null };
              this.#abstracts.set(named(attributes, 'abstractNumId') ?? '', abstract);
              return;
            case 'numStyleLink':
              if (abstract !== null) abstract.link = value ?? null;
              return;
            case 'lvl':
              level = { format: 'decimal', text: '', start: 1, style: null };
              if (list === null)
                abstract?.levels.set(integer(named(attributes, 'ilvl')) ?? 0, level);
              return;
            case 'num':
              list = { abstract: '', starts: new Map() };
              this.#lists.set(named(attributes, 'numId') ?? '', list);
              return;
            case 'abstractNumId':
              if (list !== null) list.abstract = value ?? '';
              return;
            case 'lvlOverride':
              overridden = integer(named(attributes, 'ilvl')) ?? 0;
              return;
            case 'startOverride':
              list?.starts.set(overridden, integer(value) ?? 1);
              return;
          }
          if (level === null) return;
          if (name === 'start') level.start = integer(value) ?? 1;
          if (name === 'numFmt') level.format = value ?? 'decimal';
          if (name === 'lvlText') level.text = value ?? '';
          if (name === 'pStyle') level.style = value ?? null;
        },
        close: (name) => {
          if (name === 'lvl') level = null;
          if (name === 'abstractNum') abstract = null;
          if (name === 'num') list = null;
        },
      },
      { prefixes: false },
    );
  }

  #readStyles(part: Uint8Array): void {
    let style: ParagraphStyle | null = null;
    readXml(
      part,
      {
        open: (name, attributes) => {
          if (name === 'style') {
            style = { parent: null, list: null, level: null };
            this.#styles.set(named(attributes, 'styleId') ?? '', style);
          }
          if (style === null) return;
          const value = valueOf(attributes);
          if (name === 'basedOn') style.parent = value ?? null;
          if (name === 'numId') style.list = value ?? null;
          if (name === 'ilvl') style.level = integer(value);
        },
        close: (name) => {
          if (name === 'style') style = null;
        },
      },
      { prefixes: false },
    );
  }
}

type Attributes = Readonly<Record<string, string>>;

/** An attribute by its name without the prefix. */
function named(attributes: Attributes, name: string): string | undefined {
  return (
    attributes[`w:${name}`] ??
    Object.entries(attributes).find(([key]) => key === name || key.endsWith(`:${name}`))?.[1]
  );
}

export const valueOf = (attributes: Attributes): string | undefined => named(attributes, 'val');

export function integer(text: string | undefined): number | null {
  return text !== undefined && /^-?\d{1,6}$/.test(text) ? Number(text) : null;
}

/** Bullets of symbol fonts stand in the private area, where no other font has anything. */
function bulletOf(text: string, depth: number): string {
  const isReadable = /^[^\ue000-\uf8ffo]{1,2}$/.test(text);
  return isReadable ? text : bulletFor(depth + 1);
}
