import type { AppError } from '../../shared/domain/app-error';
import { documentError } from './errors';
import type { PagePart } from './reader-protocol';

/**
 * Which page must come next from a process: all of a file's in their order, or those of the parts that
 * it was given. Errors of all methods: `reader-crashed`.
 */
export class ExpectedPages {
  readonly #fileName: string;
  readonly #mustAsk: boolean;
  #next = 1;
  #last: number;
  #given: PagePart[] = [];
  /** What the process said when it asked for a part. */
  #pageCount: number | null = null;

  /** @param mustAsk it sends no page before it was given a part */
  constructor(fileName: string, { mustAsk }: { mustAsk: boolean }) {
    this.#fileName = fileName;
    this.#mustAsk = mustAsk;
    this.#last = mustAsk ? 0 : Infinity;
  }

  get next(): number {
    return this.#next;
  }

  /** A page has come. */
  take(number: number): void {
    if (number !== this.#next || number > this.#last) throw pagesOutOfOrder(this.#fileName);
    this.#next += 1;
  }

  /** What comes after all that was asked for, of so many pages, has come; `null`: nothing. */
  give(part: PagePart | null, pageCount: number): void {
    this.#pageCount = pageCount;
    const isAtBegin = this.#given.length === 0 && this.#next === 1;
    if (!isAtBegin && this.#next !== this.#last + 1) throw pagesOutOfOrder(this.#fileName);
    if (part === null) {
      this.#last = this.#next - 1;
      return;
    }
    this.#given.push(part);
    this.#next = part.from;
    this.#last = part.to;
  }

  /** The process says that it has sent everything of a file of so many pages. */
  end(pageCount: number): void {
    const last = this.#last === Infinity ? pageCount : this.#last;
    const known = this.#mustAsk ? this.#pageCount : (this.#pageCount ?? pageCount);
    if (this.#next !== last + 1 || pageCount !== known) throw pagesOutOfOrder(this.#fileName);
  }

  /** The process is replaced by another; returns the parts that this one had. */
  beginAgain(): readonly PagePart[] {
    const given = this.#given;
    this.#given = [];
    this.#pageCount = null;
    this.#next = 1;
    this.#last = this.#mustAsk ? 0 : Infinity;
    return given;
  }
}

/** The pages of a file came in another order, or another number, than they must. */
export function pagesOutOfOrder(fileName: string): AppError {
  return documentError('reader-crashed', fileName, { reason: 'its pages came out of order' });
}
