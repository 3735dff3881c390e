import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What the last rendering gave, for handlers and timers that outlive the rendering they were made in. */
export function useLatest<T>(value: T): Readonly<RefObject<T>> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
