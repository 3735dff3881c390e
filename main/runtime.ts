import type { IpcMainInvokeEvent, WebFrameMain } from 'electron';

/**
 * What differs between the Electron that is shipped (45) and the oldest that the tests run on (33).
 *
 * Types are those of 45; whatever they promise that 33 does not keep is evened out here and nowhere else.
 */

/** The frame that sent a message; `null` when it is gone. Electron 33 throws in some of those cases. */
export function senderFrameOf(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): WebFrameMain | null {
  try {
    const frame = event.senderFrame;
    return frame !== null && frame !== undefined && !frame.detached ? frame : null;
  } catch {
    return null;
  }
}
