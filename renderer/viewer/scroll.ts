/** Scrolls so that the ranges stand in the middle, unless all of them are in view already. */
export function scrollToMiddle(scroller: HTMLElement, ranges: readonly Range[]): void {
  const boxes = ranges.map((range) => range.getBoundingClientRect());
  if (boxes.length === 0) return;
  const view = scroller.getBoundingClientRect();
  const top = Math.min(...boxes.map((box) => box.top)) - view.top;
  const bottom = Math.max(...boxes.map((box) => box.bottom)) - view.top;
  const left = Math.min(...boxes.map((box) => box.left)) - view.left;
  const right = Math.max(...boxes.map((box) => box.right)) - view.left;
  if (top < 24 || bottom > scroller.clientHeight - 24) {
    const height = Math.min(bottom - top, scroller.clientHeight * 0.8);
    scroller.scrollTop += top - (scroller.clientHeight - height) / 2;
  }
  if (left < 0 || right > scroller.clientWidth) {
    scroller.scrollLeft += left - (scroller.clientWidth - Math.min(right - left, view.width)) / 2;
  }
}
