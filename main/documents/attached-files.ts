import type { AppError } from '../../shared/domain/app-error';
import type { BlobStore, BlobWriter, StagedBlob } from './blob-store';
import { documentError } from './errors';
import type { AttachmentSink } from './reader-host';

/** An attachment as it came out of the reader, not read itself. */
export interface FoundAttachment {
  readonly fileName: string;
  readonly content: StagedBlob | AppError;
}

/** Keeps attachments as they come out of the reader, in files of their own. */
export class AttachedFiles implements AttachmentSink {
  readonly #blobs: BlobStore;
  #found: ({ fileName: string } & ({ writer: BlobWriter } | { error: AppError }))[] = [];
  #finished: StagedBlob[] = [];
  passedOver = 0;

  constructor(blobs: BlobStore) {
    this.#blobs = blobs;
  }

  begin(): void {
    // Read a second time: what came the first time is removed with the rest of an import's leavings.
    void this.discard();
    this.passedOver = 0;
  }

  open(fileName: string): void {
    this.#found.push({ fileName, writer: this.#blobs.receive(fileName) });
  }

  add(bytes: Uint8Array): void {
    const last = this.#found.at(-1);
    if (last === undefined || !('writer' in last)) {
      throw documentError('reader-crashed', '', { reason: 'an attachment came out of order' });
    }
    last.writer.add(bytes);
  }

  fail(fileName: string, error: AppError): void {
    this.#found.push({ fileName, error });
  }

  passOver(): void {
    this.passedOver += 1;
  }

  /** What has come, in its order. */
  taken(): FoundAttachment[] {
    const taken = this.#found.map((each): FoundAttachment => {
      if ('error' in each) return { fileName: each.fileName, content: each.error };
      const content = each.writer.finish();
      this.#finished.push(content);
      return { fileName: each.fileName, content };
    });
    this.#found = [];
    return taken;
  }

  /** Removes what has come and was not kept. */
  async discard(): Promise<void> {
    const [found, finished] = [this.#found, this.#finished];
    this.#found = [];
    this.#finished = [];
    await Promise.all([
      ...found.map(async (each) => ('writer' in each ? each.writer.discard() : undefined)),
      ...finished.map(async (each) => each.discard()),
    ]);
  }
}
