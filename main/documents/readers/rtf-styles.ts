/** Which styles of an RTF file are headings, read from its list of styles. */
export class RtfStyles {
  /** Level of heading by number of style. */
  readonly #headings = new Map<number, number>();
  #style = { number: 0, name: '', outline: null as number | null };

  /** A word about the style that is being defined. */
  word(name: string, value: number | null): void {
    if (name === 's') this.#style.number = value ?? 0;
    if (name === 'outlinelevel') this.#style.outline = value;
  }

  /** Text in the list of styles: a part of the style's name. */
  text(text: string): void {
    this.#style.name += text;
  }

  /** At the end of each style's group: its name, or its place in the outline, makes it a heading. */
  end(): void {
    const { number, name, outline } = this.#style;
    this.#style = { number: 0, name: '', outline: null };
    const title = name.replace(/;.*$/s, '').trim();
    const named = /^(?:heading|rubrik)\s*([1-9])$/i.exec(title)?.[1];
    if (named !== undefined) this.#headings.set(number, Math.min(6, Number(named)));
    else if (/^(?:title|rubrik|titel)$/i.test(title)) this.#headings.set(number, 1);
    else if (/^(?:subtitle|underrubrik)$/i.test(title)) this.#headings.set(number, 2);
    else if (outline !== null && outline < 9) this.#headings.set(number, Math.min(6, outline + 1));
  }

  /** The level (1–6) of a paragraph with that style and place in the outline; `null` when no heading. */
  levelOf(style: number | null, outline: number | null): number | null {
    if (outline !== null && outline >= 0 && outline < 9) return Math.min(6, outline + 1);
    return style === null ? null : (this.#headings.get(style) ?? null);
  }
}
