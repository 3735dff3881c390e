/** Characters of `root`'s text that stand before a place in the document tree. */
export function charactersBefore(root: Node, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The range over characters `start` to `end` of `root`'s text, however many nodes it lies in. */
export function rangeOver(root: Node, start: number, end: number): Range {
  const range = document.createRange();
  range.selectNodeContents(root);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let position = 0;
  let begun = false;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!begun && start < position + length) {
      range.setStart(node, start - position);
      begun = true;
    }
    if (end <= position + length) {
      range.setEnd(node, end - position);
      return range;
    }
    position += length;
  }
  return range;
}
