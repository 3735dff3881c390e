import type { DocumentNotice } from '../../../shared/domain/page';
import { TooDeepError } from './html-blocks';
import { haveText, type LooseBlock } from './page-breaks';
import { decodePage, symbolFor } from './rtf-encoding';
import { RtfFonts } from './rtf-fonts';
import { aroundAll, characterWord, type RtfGroup } from './rtf-group';
import { RtfStreams } from './rtf-streams';
import { RtfStyles } from './rtf-styles';
import type { RtfHandler } from './rtf-tokens';
import { type Aside, ASIDES, CHARACTERS, DESTINATIONS, SKIPPED } from './rtf-words';

/** Groups inside each other; Word writes some dozens. */
const RTF_DEPTH = 1_000;

/** Makes blocks of the pieces of an RTF file. */
export class RtfReader implements RtfHandler {
  readonly #groups: RtfGroup[] = [];
  #group = aroundAll();
  readonly #styles = new RtfStyles();
  readonly #fonts = new RtfFonts();
  readonly #streams = new RtfStreams(this.#styles);
  readonly #notices = new Set<DocumentNotice>();
  /** Bytes that wait for the rest of their character. */
  #bytes: number[] = [];
  #toSkip = 0;
  #isOptional = false;
  /** The next word is the first one of its group, which names what the group is. */
  #isFirst = false;

  open(): void {
    this.#flush();
    if (this.#groups.length >= RTF_DEPTH) throw new TooDeepError(RTF_DEPTH);
    this.#groups.push(this.#group);
    const isWhole = this.#groups.length === 1;
    this.#group = {
      ...this.#group,
      aside: null,
      destination: isWhole ? 'text' : this.#group.destination,
    };
    this.#toSkip = 0;
    this.#isFirst = true;
    this.#isOptional = false;
  }

  close(): void {
    this.#flush();
    const { aside, destination } = this.#group;
    if (aside !== null) this.#streams.end(aside);
    this.#group = this.#groups.pop() ?? this.#group;
    if (destination === 'styles') this.#styles.end();
    this.#toSkip = 0;
    this.#isFirst = false;
    this.#isOptional = false;
  }

  byte(byte: number): void {
    this.#isFirst = false;
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      return;
    }
    if (this.#group.destination !== 'skip') this.#bytes.push(byte);
  }

  symbol(character: string): void {
    if (character === '*') {
      this.#isOptional = true;
      return;
    }
    this.#isFirst = false;
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      return;
    }
    this.#flush();
    if (character === '~') this.#put(' ');
    else if (character === '_') this.#put('-');
    else if (/[\\{}]/.test(character)) this.#put(character);
  }

  word(name: string, value: number | null): void {
    const isFirst = this.#isFirst;
    const isOptional = this.#isOptional;
    this.#isFirst = false;
    this.#isOptional = false;
    if (name === 'u' && value !== null) {
      this.#unicode(value);
      return;
    }
    this.#flush();
    if ((isFirst || isOptional) && this.#destination(name, isOptional)) return;
    const { destination } = this.#group;
    if (destination === 'fonts') this.#fonts.word(name, value);
    else if (destination === 'styles') this.#styles.word(name, value);
    else if (destination === 'marker') this.#markerWord(name, value);
    else if (destination === 'text') this.#textWord(name, value);
  }

  finish(): { blocks: LooseBlock[]; notices: DocumentNotice[] } {
    this.#flush();
    const blocks = this.#streams.finish();
    if (!haveText(blocks)) this.#notices.add('no-text');
    return { blocks, notices: [...this.#notices] };
  }

  /** What the group is, when its first word says so; true when that was all that the word means. */
  #destination(name: string, isOptional: boolean): boolean {
    const group = this.#group;
    if (group.destination === 'choice' && name === 'ud') {
      group.destination = 'text';
      return true;
    }
    if (group.destination === 'shape' && /^(?:shptxt|dptxbxtext)$/.test(name)) {
      this.#begin('box');
      return true;
    }
    if (group.destination === 'skip' || group.destination === 'choice') return true;
    const destination = DESTINATIONS.get(name);
    if (destination !== undefined) {
      group.destination = destination;
      return true;
    }
    const aside = ASIDES.get(name);
    if (aside !== undefined) {
      if (aside === 'note') this.#put(this.#streams.nextMark());
      this.#begin(aside);
      return true;
    }
    switch (name) {
      case 'annotation':
        this.#notices.add('comments');
        group.destination = 'skip';
        return true;
      // Not needed to be understood by all, but text.
      case 'fldrslt':
      case 'shppict':
      case 'ud':
        return isOptional;
    }
    // Styles other than those of paragraphs are marked as optional; they have names all the same.
    if (group.destination === 'styles' && /^[cdt]?s$/.test(name)) return false;
    if (isOptional || SKIPPED.has(name)) {
      group.destination = 'skip';
      return true;
    }
    return false;
  }

  #markerWord(name: string, value: number | null): void {
    if (name === 'f' || name === 'uc') characterWord(this.#group, name, value);
    else this.#put(CHARACTERS.get(name) ?? '');
  }

  #textWord(name: string, value: number | null): void {
    const character = CHARACTERS.get(name);
    if (character !== undefined) this.#put(character);
    else if (name === 'revised' && value !== 0) this.#notices.add('tracked-changes');
    else if (this.#fonts.fileWord(name, value)) return;
    else if (!characterWord(this.#group, name, value)) this.#streams.current.word(name, value);
  }

  /** A code unit of UTF-16; beyond 32,767 they are written as negative numbers. */
  #unicode(value: number): void {
    this.#flush();
    this.#toSkip = this.#group.skipAfterUnicode;
    const unit = value < 0 ? value + 65_536 : value;
    if (unit < 0 || unit > 0xffff) return;
    // The private area that symbol fonts are put into.
    this.#put(
      unit >= 0xf000 && unit <= 0xf0ff ? symbolFor(unit - 0xf000) : String.fromCharCode(unit),
    );
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = this.#bytes;
    this.#bytes = [];
    this.#put(decodePage(bytes, this.#fonts.pageOf(this.#group.font)));
  }

  #put(text: string): void {
    const { destination, hidden, deleted, bold } = this.#group;
    const stream = this.#streams.current;
    if (destination === 'styles') this.#styles.text(text);
    if (destination === 'marker') stream.putMarker(text);
    if (destination !== 'text') return;
    if (deleted || hidden) {
      if (text.trim() !== '') this.#notices.add(deleted ? 'tracked-changes' : 'hidden');
      return;
    }
    stream.put(text, bold);
  }

  #begin(aside: Aside): void {
    Object.assign(this.#group, { destination: 'text', aside, hidden: false, bold: false });
    this.#streams.begin();
  }
}
