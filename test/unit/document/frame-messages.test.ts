import { describe, expect, it } from 'vitest';

import { readFrameMessage } from '../../../renderer/document/frame-messages';

// Only which window it is matters.
const inFrame = { name: 'frame' } as unknown as Window;
const elsewhere = { name: 'elsewhere' } as unknown as Window;
const frame = { contentWindow: inFrame };

const said = (parts: { data?: unknown; origin?: string; source?: Window | null }) => ({
  data: { kind: 'ready' } as unknown,
  origin: 'app://viewer',
  source: inFrame as Window | null,
  ...parts,
});

describe('readFrameMessage', () => {
  it('reads what the document frame says', () => {
    expect(readFrameMessage(said({}), frame)).toEqual({ kind: 'ready' });
  });

  it.each([
    ['another origin', { origin: 'app://ui' }],
    ['no origin', { origin: 'null' }],
    ['another window', { source: elsewhere }],
    ['nobody', { source: null }],
    ['the frame, but nothing that it may say', { data: { kind: 'run', code: 'x' } }],
    ['the frame, but with a part missing', { data: { kind: 'painted', page: 1 } }],
  ])('hears nothing from %s', (_, parts) => {
    expect(readFrameMessage(said(parts), frame)).toBeNull();
  });

  it('hears nothing without a frame', () => {
    expect(readFrameMessage(said({}), null)).toBeNull();
  });
});
