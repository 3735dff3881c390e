import { passageAt, type Passage } from '../../shared/domain/evidence';
import type { DocumentId } from '../../shared/domain/ids';
import type { DrawnPage } from './page-view';

/**
 * The passage that is selected; `null` when nothing is.
 *
 * A passage lies on one page. A selection over several is cut to the page where it was begun.
 */
export function selectedPassage(
  document: DocumentId,
  selection: Selection | null,
  pages: readonly DrawnPage[],
): Passage | null {
  const { anchorNode, anchorOffset } = selection ?? {};
  if (!selection || selection.isCollapsed || !anchorNode || anchorOffset === undefined) return null;
  const page = pages.find((candidate) => candidate.paper.contains(anchorNode));
  if (page === undefined) return null;

  const range = selection.getRangeAt(0);
  const start = within(page, range.startContainer, range.startOffset, 'before');
  const end = within(page, range.endContainer, range.endOffset, 'after');
  return end > start ? passageAt(document, page, start, end) : null;
}

/** The text offset of one end of the selection; the page's own begin or end when it lies outside. */
function within(page: DrawnPage, node: Node, offset: number, outside: 'before' | 'after'): number {
  return page.offsetAt(node, offset) ?? (outside === 'before' ? 0 : page.text.length);
}
