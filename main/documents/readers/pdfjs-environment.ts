/**
 * What pdf.js expects of its surroundings and Node, or Electron's utility process, may not have.
 *
 * Must be loaded before pdf.js, which looks for these while it loads. Takes care that both runtimes
 * look the same to it: it takes a utility process for a browser, where `navigator` always exists.
 */
interface Resolvers<T> {
  promise: Promise<T>;
  resolve: (value: T | PromiseLike<T>) => void;
  reject: (reason?: unknown) => void;
}

/** Absent in Node 20. */
function withResolvers<T>(): Resolvers<T> {
  let settle: Omit<Resolvers<T>, 'promise'> | null = null;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // The executor has run: `new Promise` calls it at once.
  return { promise, ...(settle as unknown as Omit<Resolvers<T>, 'promise'>) };
}

if (!('withResolvers' in Promise)) {
  Object.defineProperty(Promise, 'withResolvers', { value: withResolvers, configurable: true });
}

if (!('navigator' in globalThis)) {
  Object.defineProperty(globalThis, 'navigator', {
    value: { language: 'sv', platform: '', userAgent: '' },
    configurable: true,
    writable: true,
  });
}

const buffers: object = ArrayBuffer.prototype;

// Absent in Node 20. Without it a page with text in fonts is drawn in part only, or never finished.
if (!('transferToFixedLength' in buffers)) {
  Object.defineProperty(buffers, 'transferToFixedLength', {
    value(this: ArrayBuffer, length: number): ArrayBuffer {
      // Shorter or of the same length is all that is asked for; the old one is not used again.
      return this.slice(0, length);
    },
    configurable: true,
    writable: true,
  });
}
