import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { Slice } from './index';

export interface CodingsSlice {
  codingsChanged(event: ChangeEvent): void;
}

export const createCodingsSlice =
  (_api: Api): Slice<CodingsSlice> =>
  () => ({
    codingsChanged: () => undefined,
  });
