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

/** A person's settings on this machine: one JSON file, written whole or not at all. */
export class SettingsFile {
  readonly #file: string;
  #contents: Contents;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#file = join(folder, 'settings.json');
    this.#contents = readContents(this.#file);
  }

  read(): Settings {
    return this.#contents.settings;
  }

  change(changes: { [Key in keyof Settings]?: Settings[Key] | undefined }): Settings {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    this.#write({
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

  rememberOpened(project: z.output<typeof Recent>): void {
    const others = this.#contents.recent.filter((recent) => recent.folder !== project.folder);
    this.#write({ recent: [project, ...others].slice(0, RECENT_LIMIT) });
  }

  #write(changes: Partial<Contents>): void {
    this.#contents = { ...this.#contents, ...changes };
    writeFileAtomic.sync(this.#file, `${JSON.stringify(this.#contents, null, 2)}\n`);
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
