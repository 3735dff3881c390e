import type { FromFrame } from '../document/protocol';
import { ownerOf } from './keys';

/** How long a selection must rest before it is told; at the end of a drag it is told at once. */
const SELECTION_REST_MS = 120;

/** While files are dragged over the frame, this is told again and again. */
const DRAG_TELLING_MS = 200;

/** Gives a function that tells at once of a change that is still resting. */
export function watchSelection(changed: () => void): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(resting);
    resting = undefined;
    changed();
  };
  const soon = (delay: number): void => {
    clearTimeout(resting);
    resting = setTimeout(tell, delay);
  };
  document.addEventListener('selectionchange', () => soon(SELECTION_REST_MS));
  document.addEventListener('pointerup', () => soon(0));
  document.addEventListener('keyup', (event) => {
    if (event.shiftKey || event.key === 'Shift') soon(0);
  });
  return () => {
    if (resting !== undefined) tell();
  };
}

export function watchKeys(tell: (message: FromFrame) => void): void {
  addEventListener('keydown', (event) => {
    const owner = ownerOf(event);
    if (owner === 'frame') return;
    if (owner === 'taken') event.preventDefault();
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
    tell({ kind: 'key', key, code, ctrlKey, metaKey, altKey, shiftKey });
  });
}

/** Files belong to the window: the frame only says that they come, and takes none of them. */
export function watchFiles(tell: (message: FromFrame) => void): void {
  let told = 0;
  const over = (event: DragEvent): void => {
    if (!(event.dataTransfer?.types.includes('Files') ?? false)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    if (event.timeStamp - told < DRAG_TELLING_MS) return;
    told = event.timeStamp;
    tell({ kind: 'files-over' });
  };
  addEventListener('dragenter', over);
  addEventListener('dragover', over);
  addEventListener('drop', (event) => event.preventDefault());
}

export function watchSize(changed: () => void): void {
  let waiting = false;
  new ResizeObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      changed();
    });
  }).observe(document.documentElement);
}
