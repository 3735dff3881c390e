import { TYPING_PAUSE } from './answer-recorder';
import { type CodingState, readUnread } from './coding-state';

type Texts = CodingState['unread'];

interface UnreadTextsDeps {
  read(): Texts;
  write(unread: Texts): void;
  /** The folder of the project that is open. */
  project(): string | undefined;
  /** What is remembered for that project; `undefined` as long as the settings are not there. */
  remembered(): { readonly text: unknown } | undefined;
  remember(text: string | null): void;
}

/** What was typed and nobody could read, kept so that it outlives the window. */
interface UnreadTexts {
  /** The texts of the open project, with those that were remembered as soon as they are known. */
  here(): Texts;
  /** Shows a change at once; it is remembered when the keys rest. */
  change(unread: Texts): void;
  /** Remembers at once what waits for the keys to rest. */
  flush(): void;
}

/**
 * Keeps the texts in memory and, behind the keys, in the settings.
 *
 * Settings that come after the first coding was opened take nothing away: what was typed meanwhile
 * holds before what was remembered, and both are written back.
 */
export function createUnreadTexts(deps: UnreadTextsDeps): UnreadTexts {
  /** The project whose texts are in memory, and whether those remembered are among them. */
  let owner: string | undefined;
  let isWhole = false;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const rest = (): void => {
    clearTimeout(resting);
    resting = setTimeout(flush, TYPING_PAUSE);
  };

  const here = (): Texts => {
    const folder = deps.project();
    const isOurs = folder === owner;
    const typed = isOurs ? deps.read() : {};
    if (isOurs && isWhole) return typed;
    const remembered = deps.remembered();
    owner = folder;
    isWhole = remembered !== undefined;
    if (remembered === undefined) return typed;
    // Written back, as what was typed before could not be.
    if (Object.keys(typed).length > 0) rest();
    return { ...readUnread(remembered.text), ...typed };
  };

  const flush = (): void => {
    if (resting === undefined) return;
    clearTimeout(resting);
    resting = undefined;
    if (deps.project() !== owner) return;
    const unread = here();
    if (unread !== deps.read()) deps.write(unread);
    if (!isWhole) return;
    clearTimeout(resting);
    resting = undefined;
    deps.remember(Object.keys(unread).length === 0 ? null : JSON.stringify(unread));
  };

  return {
    here,
    change: (unread) => {
      deps.write(unread);
      rest();
    },
    flush,
  };
}
