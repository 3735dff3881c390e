import { FromFrame, type ToFrame } from './protocol';

export const FRAME_URL = 'app://viewer/index.html';
const FRAME_ORIGIN = 'app://viewer';

/** Sends a message to the document frame, and to nothing else that may stand in its place. */
export function sendToFrame(frame: HTMLIFrameElement | null, message: ToFrame): void {
  frame?.contentWindow?.postMessage(message, FRAME_ORIGIN);
}

/** The lines to the frames that are there; one ends with the frame's document. */
const lines = new WeakMap<HTMLIFrameElement, MessagePort>();

/** Opens a line to a frame that is ready, for what is not to wait. */
export function openLine(frame: HTMLIFrameElement | null): void {
  if (frame?.contentWindow == null) return;
  const { port1, port2 } = new MessageChannel();
  lines.set(frame, port1);
  const message: ToFrame = { kind: 'line' };
  frame.contentWindow.postMessage(message, FRAME_ORIGIN, [port2]);
}

/**
 * The same at once, before what was sent just now: a message to another window leaves only when the
 * script has ended, and with it the drawing that it set off.
 */
export function sendAhead(frame: HTMLIFrameElement | null, message: ToFrame): void {
  const line = frame === null ? undefined : lines.get(frame);
  if (line === undefined) sendToFrame(frame, message);
  // A port goes to one place alone; only a window is told for which origin a message is.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  else line.postMessage(message);
}

/** What the document frame says; `null` for messages from elsewhere and for what it may not say. */
export function readFrameMessage(
  event: Pick<MessageEvent<unknown>, 'data' | 'origin' | 'source'>,
  frame: Pick<HTMLIFrameElement, 'contentWindow'> | null,
): FromFrame | null {
  if (frame === null || event.source === null || event.source !== frame.contentWindow) return null;
  if (event.origin !== FRAME_ORIGIN) return null;
  const message = FromFrame.safeParse(event.data);
  return message.success ? message.data : null;
}
