/**
 * The detector: a process of its own that reads page texts and tells what it finds in them.
 *
 * The texts are what anyone may have sent. Its patterns take no longer than the text is long, but
 * should one be slow after all, it is this process that waits and is ended, not the program. It holds
 * nothing worth stealing and opens no file and no connection.
 */
import { createDetector } from '../../shared/domain/detector/detect';
import {
  listMunicipalities,
  listRegions,
  listSubBodies,
  listUmbrellas,
  umbrellaExpression,
} from '../../shared/reference';
import { type FromDetector, ToDetector } from './detector-protocol';

/** The parts of Electron's `process.parentPort` that are used. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

function connect(onMessage: (message: unknown) => void): (message: FromDetector) => void {
  if ('parentPort' in process && process.parentPort) {
    const port = process.parentPort as ParentPort;
    port.on('message', ({ data }) => onMessage(data));
    return (message) => port.postMessage(message);
  }
  process.on('message', onMessage);
  process.on('disconnect', () => process.exit(0));
  return (message) => void process.send?.(message);
}

const detect = createDetector({
  publicBodies: [...listMunicipalities(), ...listRegions()],
  subBodies: listSubBodies(),
  umbrellas: listUmbrellas(),
  expression: umbrellaExpression,
});

const send = connect((message) => {
  const { job, codebook, pages } = ToDetector.parse(message);
  try {
    send({ kind: 'found', job, findings: detect(codebook, pages) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    send({ kind: 'failed', job, reason: reason.slice(0, 2_000) });
  }
});
send({ kind: 'ready' });
