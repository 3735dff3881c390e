/** How much a notch of a mouse wheel or a stretch of a pinch enlarges. */
const PER_PIXEL = 0.0025;

/** The most that one event may say: wheels tell of notches in very different numbers. */
const MOST = 60;

/** Enlarges by this factor around a point of the frame. */
type ZoomAround = (factor: number, x: number, y: number) => void;

/** The factor of a wheel event with Control held, which is also what a pinch on a touchpad gives. */
function wheelFactor(deltaY: number, deltaMode: number): number {
  const pixels = deltaMode === 0 ? deltaY : deltaY * 20;
  return Math.exp(-Math.min(MOST, Math.max(-MOST, pixels)) * PER_PIXEL);
}

/** Enlarges where the wheel is turned with Control held, and where two fingers are spread. */
export function watchZoomGestures(zoomAround: ZoomAround): void {
  const zoom = oncePerFrame(zoomAround);
  addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      if (event.deltaY !== 0) {
        zoom(wheelFactor(event.deltaY, event.deltaMode), event.clientX, event.clientY);
      }
    },
    { passive: false },
  );

  let spread: number | null = null;
  const onTouch = (event: TouchEvent): void => {
    const [one, other] = event.touches;
    if (one === undefined || other === undefined || event.touches.length > 2) {
      spread = null;
      return;
    }
    event.preventDefault();
    const next = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    if (spread !== null && spread > 0 && next > 0) {
      zoom(next / spread, (one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2);
    }
    spread = next;
  };
  for (const name of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
    addEventListener(name, onTouch, { passive: false });
  }
}

/** What comes between two pictures of the screen is done at once. */
function oncePerFrame(zoomAround: ZoomAround): ZoomAround {
  let factor = 1;
  let isWaiting = false;
  return (by, x, y) => {
    factor *= by;
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      // Sizes are told in whole percent: less than that waits for more.
      if (Math.abs(factor - 1) < 0.01) return;
      zoomAround(factor, x, y);
      factor = 1;
    });
  };
}
