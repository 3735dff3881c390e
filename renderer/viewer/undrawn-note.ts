/** The elements that hold, in the language of the window, what is said on a page that could not be drawn. */
const WITH_TEXT = 'undrawn-text';
const EMPTY = 'undrawn-empty';

/** Between the note and the words around it, in pixels. */
const AIR = 6;

/**
 * Says on a page's empty sheet that it could not be drawn, and lets the text that was read be seen, if
 * there is any: in the first room between its lines that holds the note, so that it hides none of them.
 *
 * @param lines the elements that show the page's text
 */
export function putUndrawnNote(paper: HTMLElement, lines: readonly HTMLElement[]): void {
  paper.classList.add('undrawn');
  paper.querySelector('.undrawn-note')?.remove();
  const note = document.createElement('div');
  note.className = 'undrawn-note';
  note.setAttribute('role', 'note');
  note.dataset['says'] = lines.some((line) => line.textContent?.trim() !== '') ? WITH_TEXT : EMPTY;
  note.textContent = wordsOf(note);
  paper.append(note);
  const top = paper.getBoundingClientRect().top;
  const taken = lines.map((line) => {
    const box = line.getBoundingClientRect();
    return { top: box.top - top, bottom: box.bottom - top };
  });
  const place = firstRoom(taken, note.offsetHeight + 2 * AIR, paper.clientHeight);
  note.style.top = `${((place + AIR) / Math.max(1, paper.clientHeight)) * 100}%`;
}

/** A page that was drawn after all. */
export function takeUndrawnNote(paper: HTMLElement): void {
  paper.classList.remove('undrawn');
  paper.querySelector('.undrawn-note')?.remove();
}

/** Says it in another language on the pages that say it. */
export function renameUndrawnNotes(withText: string, empty: string): void {
  document.getElementById(WITH_TEXT)?.replaceChildren(withText);
  document.getElementById(EMPTY)?.replaceChildren(empty);
  for (const note of document.querySelectorAll<HTMLElement>('.undrawn-note')) {
    note.replaceChildren(wordsOf(note));
  }
}

const wordsOf = ({ dataset }: HTMLElement): string =>
  document.getElementById(dataset['says'] ?? WITH_TEXT)?.textContent ?? '';

/** Where the first stretch of a page begins that is `wanted` high and holds no line; its top where there is none. */
export function firstRoom(
  lines: readonly { readonly top: number; readonly bottom: number }[],
  wanted: number,
  height: number,
): number {
  let free = 0;
  for (const line of lines.toSorted((a, b) => a.top - b.top)) {
    if (line.top - free >= wanted) return free;
    free = Math.max(free, line.bottom);
  }
  return height - free >= wanted ? free : 0;
}
