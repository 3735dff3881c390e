import { AppError } from '../shared/domain/app-error';
import { channels } from '../shared/ipc/channels';
import type { Handlers } from '../shared/ipc/contract';
import type { Language } from './texts';

/** Stands in for `application.ts` until the store is there; knows what the program is called and no more. */
export function createApplication(options: { language: Language }) {
  const handlers = Object.fromEntries(
    Object.entries(channels).map(([topic, names]) => [
      topic,
      Object.fromEntries(
        names.map((name) => [
          name,
          () => {
            if (topic === 'app' && name === 'about') {
              return { version: '0.1.0', language: options.language };
            }
            throw new AppError('not-ready', `${topic}.${name} is not there yet.`);
          },
        ]),
      ),
    ]),
  ) as unknown as Handlers<object>;
  return { handlers, deps: {}, documentFile: () => null, close: () => Promise.resolve() };
}
