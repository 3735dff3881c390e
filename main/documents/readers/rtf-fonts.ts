import { pageOfCharset } from './rtf-encoding';

/** In which code page the bytes of an RTF file are, by font. */
export class RtfFonts {
  readonly #pages = new Map<number, number>();
  #defined = 0;
  #default: number | null = null;
  #page = 1252;

  /** A word about the font that is being defined. */
  word(name: string, value: number | null): void {
    if (name === 'f') this.#defined = value ?? 0;
    const page = name === 'fcharset' ? pageOfCharset(value ?? 0) : name === 'cpg' ? value : null;
    if (page !== null) this.#pages.set(this.#defined, page);
  }

  /** A word about the whole file; true when it is one of fonts or code pages. */
  fileWord(name: string, value: number | null): boolean {
    if (name === 'ansicpg') this.#page = value === null || value === 0 ? 1252 : value;
    else if (name === 'mac') this.#page = 10_000;
    else if (name === 'pc' || name === 'pca') this.#page = 850;
    else if (name === 'deff') this.#default = value;
    else return false;
    return true;
  }

  /** The code page of what is written in a font; `null` is the file's own font. */
  pageOf(font: number | null): number {
    const used = font ?? this.#default;
    return (used === null ? undefined : this.#pages.get(used)) ?? this.#page;
  }
}
