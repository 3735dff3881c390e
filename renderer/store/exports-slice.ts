import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { Slice } from './index';

export interface ExportsSlice {
  exportsChanged(event: ChangeEvent): void;
}

export const createExportsSlice =
  (_api: Api): Slice<ExportsSlice> =>
  () => ({
    exportsChanged: () => undefined,
  });
