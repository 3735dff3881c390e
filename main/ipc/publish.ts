import type { WebContents } from 'electron';

import { CHANGED_CHANNEL } from '../../shared/ipc/channels';
import { ChangeEvent } from '../../shared/ipc/events';

/** Tells the window that something changed; it asks again for what it shows. */
export type Publish = (event: ChangeEvent) => void;

/** Publishes to the window there is; without one there is nobody to tell. */
export function publishTo(contents: () => WebContents | null): Publish {
  return (event) => {
    const target = contents();
    if (target === null || target.isDestroyed()) return;
    target.send(CHANGED_CHANNEL, ChangeEvent.parse(event));
  };
}
