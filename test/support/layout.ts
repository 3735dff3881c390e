/** Looks at how the window is laid out; each function runs in the page, alone. */

/**
 * What can be pressed, typed in or read as a heading, but lies outside the window or a part that
 * does not scroll there, or has more words than fit in it: each by name, with where it lies.
 */
export function cutOff(): string[] {
  const scrolls = (style: string, whole: number, shown: number) =>
    /auto|scroll/.test(style) && whole > shown;
  const found: string[] = [];
  for (const each of document.querySelectorAll<HTMLElement>(
    'button, input, textarea, h1, h2, h3',
  )) {
    const box = each.getBoundingClientRect();
    const around: HTMLElement[] = [];
    for (let part = each.parentElement; part !== null; part = part.parentElement) around.push(part);
    // Also what only assistive technology is to find.
    if (box.width === 0 || around.some(({ clientWidth }) => clientWidth === 1)) continue;
    let [sideways, up] = [false, false];
    let isCut = each.tagName === 'BUTTON' && each.scrollWidth > each.clientWidth + 1;
    for (const part of around) {
      const style = getComputedStyle(part);
      const edge =
        part === document.body
          ? new DOMRect(0, 0, innerWidth, innerHeight)
          : part.getBoundingClientRect();
      sideways ||= scrolls(style.overflowX, part.scrollWidth, part.clientWidth);
      up ||= scrolls(style.overflowY, part.scrollHeight, part.clientHeight);
      const hides = part === document.body || style.overflowX !== 'visible';
      if (!hides) continue;
      if (!sideways && (box.left < edge.left - 1 || box.right > edge.right + 1)) isCut = true;
      if (!up && (box.top < edge.top - 1 || box.bottom > edge.bottom + 1)) isCut = true;
    }
    if (!isCut) continue;
    const name = each.getAttribute('aria-label') ?? each.textContent ?? '';
    const place = [box.left, box.top, box.right, box.bottom].map(Math.round).join(' ');
    found.push(`${each.tagName} ${name}: ${place} in ${innerWidth} × ${innerHeight}`);
  }
  return found;
}

/** The words in a part of the window that stand on two lines. Where several are joined they may break after `_`, `/`, `-` and `.`. */
export function brokenWords(selector: string): string[] {
  const found: string[] = [];
  const part = document.querySelector(selector);
  if (part === null) throw new Error(`Nothing is ${selector}`);
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (node.parentElement?.closest('.visually-hidden')) continue;
    for (const match of (node.textContent ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) found.push(match[0]);
    }
  }
  return found;
}
