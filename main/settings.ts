import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

import { isProjectFolder } from './store/project-store';
import { RecentProject, Settings } from '../shared/ipc/shapes';

const DEFAULTS: Settings = { language: null, theme: 'system', panes: {}, places: {} };
const RECENT_LIMIT = 12;

const Recent = RecentProject.omit({ exists: true });
const Contents = z.object({
  settings: Settings.catch(DEFAULTS),
  recent: z.array(Recent).catch([]),
});
type Contents = z.output<typeof Contents>;

/**
 * A person's settings on this machine: one JSON file, written whole or not at all.
 *
 * A change holds at once and is written beside what else main does: where one is changes with every
 * agreement, and the disk takes longer than all else that opening it asks of main.
 */
export class SettingsFile {
  readonly #file: string;
  #contents: Contents;
  /** The last write; earlier ones of the same file end before it. */
  #written: Promise<void> = Promise.resolve();

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#file = join(folder, 'settings.json');
    this.#contents = readContents(this.#file);
  }

  read(): Settings {
    return this.#contents.settings;
  }

  /** Settles once it is on the disk; rejects when it cannot be written, and holds all the same. */
  async change(changes: {
    [Key in keyof Settings]?: Settings[Key] | undefined;
  }): Promise<Settings> {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    await this.#write({
      settings: Settings.parse({ ...this.#contents.settings, ...Object.fromEntries(given) }),
    });
    return this.read();
  }

  listRecent(): RecentProject[] {
    return this.#contents.recent.map((recent) => ({
      ...recent,
      // Also without its database, which is built again from the copies of the journal.
      exists: isProjectFolder(recent.folder),
    }));
  }

  rememberOpened(project: z.output<typeof Recent>): Promise<void> {
    const others = this.#contents.recent.filter((recent) => recent.folder !== project.folder);
    return this.#write({ recent: [project, ...others].slice(0, RECENT_LIMIT) });
  }

  /** Settles when nothing is being written; whoever asked for the write is told if it failed. */
  async settled(): Promise<void> {
    await this.#written.catch(() => undefined);
  }

  #write(changes: Partial<Contents>): Promise<void> {
    this.#contents = { ...this.#contents, ...changes };
    // One after the other, in the order in which they were asked for.
    this.#written = writeFileAtomic(this.#file, `${JSON.stringify(this.#contents, null, 2)}\n`);
    return this.#written;
  }
}

/** Settings that cannot be read are not worth a refusal to start: they begin anew. */
function readContents(file: string): Contents {
  const fresh: Contents = { settings: DEFAULTS, recent: [] };
  if (!existsSync(file)) return fresh;
  try {
    return Contents.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return fresh;
    throw error;
  }
}
