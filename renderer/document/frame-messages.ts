import { FromFrame, type ToFrame } from './protocol';

export const FRAME_URL = 'app://viewer/index.html';
const FRAME_ORIGIN = 'app://viewer';

/** Sends a message to the document frame, and to nothing else that may stand in its place. */
export function sendToFrame(frame: HTMLIFrameElement | null, message: ToFrame): void {
  frame?.contentWindow?.postMessage(message, FRAME_ORIGIN);
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
