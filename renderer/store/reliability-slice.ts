import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { Slice } from './index';

export interface ReliabilitySlice {
  reliabilityChanged(event: ChangeEvent): void;
}

export const createReliabilitySlice =
  (_api: Api): Slice<ReliabilitySlice> =>
  () => ({
    reliabilityChanged: () => undefined,
  });
