import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { Slice } from './index';

export interface DisagreementsSlice {
  disagreementsChanged(event: ChangeEvent): void;
}

export const createDisagreementsSlice =
  (_api: Api): Slice<DisagreementsSlice> =>
  () => ({
    disagreementsChanged: () => undefined,
  });
