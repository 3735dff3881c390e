import type { Marks } from './marks';

/** Tells by the pointer what a passage supports, and passes on clicks on it. */
export class MarkPointer {
  readonly #marks: Marks;
  readonly #tip = document.createElement('div');
  #waiting = false;

  constructor(marks: Marks, clicked: (id: string) => void) {
    this.#marks = marks;
    this.#tip.className = 'mark-tip';
    this.#tip.setAttribute('role', 'tooltip');
    this.#tip.hidden = true;
    document.body.append(this.#tip);

    document.addEventListener('pointermove', (event) => this.#follow(event.clientX, event.clientY));
    document.documentElement.addEventListener('pointerleave', () => this.hide());
    // What lies under the pointer is another now, or will be.
    addEventListener('resize', () => this.hide());
    addEventListener('keydown', () => this.hide());
    document.addEventListener('scroll', () => this.hide(), { capture: true, passive: true });
    document.addEventListener('click', (event) => {
      // The end of a selection is no click on what lies under it.
      if (!(getSelection()?.isCollapsed ?? true)) return;
      const [mark] = marks.at(event.clientX, event.clientY);
      if (mark !== undefined) clicked(mark.id);
    });
  }

  hide(): void {
    this.#tip.hidden = true;
    document.documentElement.classList.remove('over-mark');
  }

  #follow(x: number, y: number): void {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#show(x, y);
    });
  }

  #show(x: number, y: number): void {
    const marks = this.#marks.at(x, y);
    document.documentElement.classList.toggle('over-mark', marks.length > 0);
    this.#tip.hidden = marks.length === 0;
    if (marks.length === 0) return;
    this.#tip.replaceChildren(
      ...marks.map((mark) => {
        const line = document.createElement('div');
        line.dataset.colour = String(mark.colour);
        line.textContent = mark.label;
        return line;
      }),
    );
    // At the edge it would be measured as narrow as the room there.
    this.#tip.style.left = '0';
    const { width, height } = this.#tip.getBoundingClientRect();
    const left = Math.max(4, Math.min(x + 12, innerWidth - width - 4));
    const below = y + 20 + height < innerHeight;
    this.#tip.style.left = `${left}px`;
    this.#tip.style.top = `${below ? y + 20 : y - height - 10}px`;
  }
}
