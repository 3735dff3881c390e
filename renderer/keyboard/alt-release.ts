/**
 * Keeps the menu bar hidden when Alt was pressed for another key: the system shows it when Alt is let go
 * before that key, which the page has used up.
 */
export function keepAltForKeys(target: Window): void {
  let isCombined = false;
  target.addEventListener(
    'keydown',
    ({ key, altKey }) => {
      isCombined = key !== 'Alt' && altKey;
    },
    { capture: true },
  );
  target.addEventListener(
    'keyup',
    (event) => {
      if (event.key !== 'Alt' || !isCombined) return;
      isCombined = false;
      event.preventDefault();
    },
    { capture: true },
  );
}
