import { bulletFor, type Counting, countedAs } from './list-markers';
import { readXml } from './xml';

/** How one level of a list is marked. */
type Level =
  | { kind: 'bullet'; bullet: string }
  | {
      kind: 'number';
      counting: Counting | null;
      prefix: string;
      suffix: string;
      start: number;
      /** How many levels' numbers are shown: 3.2.1 shows three. */
      shown: number;
    };

/** Level by its number, from 1. */
type ListStyle = ReadonlyMap<number, Level>;

interface Style {
  name: string;
  parent: string | null;
  hidden: boolean;
}

/** The styles of an OpenDocument text, as far as they change what is read. */
export class OdtStyles {
  readonly #styles = new Map<string, Style>();
  readonly #lists = new Map<string, Map<number, Level>>();
  /** Of headings. */
  readonly #outline = new Map<number, Level>();

  addStyle(name: string, parent: string | null): Style {
    const style = { name, parent, hidden: false };
    this.#styles.set(name, style);
    return style;
  }

  /** The levels of a list style, to be filled in; `null` for those of headings. */
  levelsOf(name: string | null): Map<number, Level> {
    if (name === null) return this.#outline;
    const levels = this.#lists.get(name) ?? new Map<number, Level>();
    this.#lists.set(name, levels);
    return levels;
  }

  /** The level of heading that a paragraph's style makes it; `null` where it stays a paragraph. */
  headingLevel(style: string | undefined): number | null {
    for (const { name } of this.#chain(style)) {
      if (/^(?:Title|Rubrik|Titel)$/i.test(name)) return 1;
      if (/^(?:Subtitle|Underrubrik)$/i.test(name)) return 2;
      const heading = /^(?:Heading|Rubrik)_20_([1-9])$/i.exec(name);
      if (heading) return Math.min(6, Number(heading[1]));
    }
    return null;
  }

  isHidden(style: string | undefined): boolean {
    return this.#chain(style).some(({ hidden }) => hidden);
  }

  listStyle(name: string | undefined): ListStyle {
    return this.#lists.get(name ?? '') ?? new Map<number, Level>();
  }

  get outline(): ListStyle {
    return this.#outline;
  }

  /** A style and those that it is made from; one that is only named has nothing but its name. */
  #chain(name: string | undefined): Style[] {
    const chain: Style[] = [];
    let next: string | null = name ?? null;
    while (next !== null && chain.length < 10) {
      const style: Style = this.#styles.get(next) ?? { name: next, parent: null, hidden: false };
      chain.push(style);
      next = style.parent;
    }
    return chain;
  }
}

/**
 * What stands before an item: by the style of its level and the numbers of the levels down to it.
 * `undefined` where the style says nothing is to stand there.
 */
export function odtMarker(style: ListStyle, numbers: readonly number[]): string | undefined {
  const depth = numbers.length;
  const level = style.get(depth);
  if (level === undefined) return style.size === 0 ? bulletFor(depth) : undefined;
  if (level.kind === 'bullet') return level.bullet;
  const { counting, prefix, suffix, shown } = level;
  if (counting === null) return undefined;
  const counted = numbers.slice(-Math.max(1, shown)).map((number, index, all) => {
    const own = style.get(depth - all.length + 1 + index);
    return countedAs(own?.kind === 'number' ? (own.counting ?? '1') : '1', number);
  });
  return `${prefix}${counted.join('.')}${suffix}`.trim();
}

/** Reads the styles of the parts; what a later one says of a style of the same name counts. Throws `XmlError`. */
export function readOdtStyles(parts: readonly Uint8Array[]): OdtStyles {
  const styles = new OdtStyles();
  for (const part of parts) {
    let style: Style | null = null;
    let levels: Map<number, Level> | null = null;
    readXml(part, {
      open: (name, attributes) => {
        switch (name) {
          case 'style:style':
            style = styles.addStyle(
              attributes['style:name'] ?? '',
              attributes['style:parent-style-name'] ?? null,
            );
            return;
          case 'style:text-properties':
            if (style !== null) style.hidden = attributes['text:display'] === 'none';
            return;
          case 'text:list-style':
            levels = styles.levelsOf(attributes['style:name'] ?? '');
            return;
          case 'text:outline-style':
            levels = styles.levelsOf(null);
            return;
          case 'text:list-level-style-bullet':
          case 'text:list-level-style-number':
          case 'text:outline-level-style':
            levels?.set(Number(attributes['text:level']) || 1, levelOf(name, attributes));
        }
      },
      close: (name) => {
        if (name === 'style:style') style = null;
        if (name === 'text:list-style' || name === 'text:outline-style') levels = null;
      },
    });
  }
  return styles;
}

function levelOf(name: string, attributes: Readonly<Record<string, string>>): Level {
  if (name === 'text:list-level-style-bullet') {
    const bullet = attributes['text:bullet-char'] ?? '•';
    // Bullets of symbol fonts stand in the private area, where no other font has anything.
    return { kind: 'bullet', bullet: /[\ue000-\uf8ff]/.test(bullet) ? '•' : bullet.slice(0, 3) };
  }
  const format = attributes['style:num-format'] ?? '';
  return {
    kind: 'number',
    counting: /^[1aAiI]$/.test(format) ? (format as Counting) : null,
    prefix: (attributes['style:num-prefix'] ?? '').slice(0, 8),
    suffix: (attributes['style:num-suffix'] ?? '').slice(0, 8),
    start: Number(attributes['text:start-value'] ?? 1) || 1,
    shown: Number(attributes['text:display-levels'] ?? 1) || 1,
  };
}
