import { Value } from '../../shared/domain/answer';
import { IOP_CODEBOOK } from '../../shared/domain/codebook-iop';
import { AgreementId, EntryId, ProjectId, ReviewerId, VariableId } from '../../shared/domain/ids';
import type { Reviewer } from '../../shared/domain/reviewer';
import type { AgreementRow, ProjectCounts, ProjectView } from '../../shared/domain/views';
import { channels } from '../../shared/ipc/channels';
import type { Api, Reply } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { ImportProgress, JournalRow, RecentProject, Settings } from '../../shared/ipc/shapes';

/**
 * What the window's own tests and pictures put in main's place: a project kept in memory.
 *
 * It answers as main does, without rules of its own: which are main's are tested with main.
 */
export interface World {
  project: ProjectView | null;
  reviewers: Reviewer[];
  current: Reviewer | null;
  agreements: AgreementRow[];
  adding: ImportProgress | null;
  recent: RecentProject[];
  settings: Settings;
  language: 'sv' | 'en';
  journal: JournalRow[];
  /** Calls in the order they came, as `topic.name`, with their input. */
  readonly asked: { readonly call: string; readonly input: unknown }[];
  /** Calls that are refused, by `topic.name`. */
  readonly refusals: Map<string, Extract<Reply<unknown>, { ok: false }>['error']>;
  /** Tells the window; the store under test listens. */
  tell: (event: ChangeEvent) => void;
}

export const aProjectView = (parts: Partial<ProjectView> = {}): ProjectView => ({
  id: ProjectId.parse('p1'),
  name: 'IOP 2024/25',
  folder: '/home/anna/IOP 2024.samsyn',
  codersWanted: 2,
  readOnly: null,
  ...parts,
});

export const aReviewer = (name: string, colour = 1): Reviewer => ({
  id: ReviewerId.parse(name.toLowerCase().replaceAll(/[^a-z]+/g, '-')),
  name,
  colour,
});

export const anAgreement = (number: number, parts: Partial<AgreementRow> = {}): AgreementRow => ({
  id: AgreementId.parse(`a${number}`),
  number,
  fileName: `Överenskommelse ${number}.pdf`,
  format: 'pdf',
  pageCount: 4,
  documents: 1,
  receivedAt: '2026-11-20T09:30:00.000Z',
  submitted: 0,
  stage: 'uncoded',
  disagreements: 0,
  own: 'none',
  related: null,
  ...parts,
});

export const aJournalRow = (row: number, parts: Partial<JournalRow> = {}): JournalRow => ({
  row,
  at: '2026-11-21T13:05:00.000Z',
  entry: EntryId.parse(`0123456789abcdef-${row}`),
  reviewer: 'Granskare A',
  kind: 'answer.recorded',
  takesBack: false,
  agreement: { id: AgreementId.parse('a1'), number: 1 },
  variable: VariableId.parse('target_group'),
  document: null,
  said: { value: Value.parse({ type: 'category', category: 'all', secondary: [] }), missing: null },
  origin: null,
  text: '',
  summary: '',
  ...parts,
});

export const NO_SETTINGS: Settings = { language: null, theme: 'system', panes: {}, places: {} };

export function aWorld(parts: Partial<World> = {}): World {
  return {
    project: null,
    reviewers: [],
    current: null,
    agreements: [],
    adding: null,
    recent: [],
    settings: NO_SETTINGS,
    language: 'sv',
    journal: [],
    asked: [],
    refusals: new Map(),
    tell: () => undefined,
    ...parts,
  };
}

type Answers = { readonly [Topic in keyof Api]?: Partial<Api[Topic]> };

const ok = <T>(value: T): Promise<Reply<T>> => Promise.resolve({ ok: true, value });

/** The api of a world. Calls that it does not answer are refused as `not-in-this-world`. */
export function windowApi(world: World): Api {
  const answers: Answers = {
    app: {
      about: () => ok({ version: '0.1.0', language: world.language }),
      readSettings: () => ok(world.settings),
      changeSettings: (change) => {
        world.settings = { ...world.settings, ...change } as Settings;
        return ok(world.settings);
      },
    },
    projects: {
      listRecent: () => ok(world.recent),
      current: () => ok(world.project),
      createSample: () => ok(enter(world, aProjectView({ name: 'Exempel' }))),
      create: ({ name, parent, codersWanted }) =>
        ok(
          enter(
            world,
            aProjectView({
              name,
              folder: `${parent}/${name}.samsyn`,
              codersWanted: codersWanted ?? 2,
            }),
          ),
        ),
      open: ({ folder }) => ok(folder === null ? null : enter(world, aProjectView({ folder }))),
      close: () => {
        world.project = null;
        return ok(null);
      },
      chooseFolder: () => ok('/home/anna/Projekt'),
      stopVerifying: () => ok(null),
      verify: () => ok({ ok: true, entries: 4120, replicas: 1, documents: 40, problems: [] }),
      revealFolder: () => ok(null),
    },
    reviewers: {
      list: () => ok(world.reviewers),
      current: () => ok(world.current),
      add: ({ name }) => {
        const added = aReviewer(name, (world.reviewers.length % 8) + 1);
        world.reviewers = [...world.reviewers, added];
        return ok(added);
      },
      choose: ({ reviewer }) => {
        world.current = world.reviewers.find(({ id }) => id === reviewer) ?? null;
        return ok(world.current);
      },
    },
    documents: {
      chooseFiles: () => ok(['/tmp/Avtal.pdf']),
      add: () => ok(null),
      cancelAdding: () => ok(null),
      progress: () => ok(world.adding),
    },
    agreements: {
      list: (query) => {
        const found = world.agreements.filter(
          (row) =>
            row.fileName.toLowerCase().includes((query.search ?? '').toLowerCase()) &&
            (query.stage == null || row.stage === query.stage) &&
            (query.own == null || row.own === query.own),
        );
        const ordered = query.descending ? found.toReversed() : found;
        const offset = query.offset ?? 0;
        return ok({
          total: ordered.length,
          rows: ordered.slice(offset, offset + (query.limit ?? 100)),
        });
      },
      counts: () => ok(countsOf(world)),
    },
    codebook: { current: () => ok(IOP_CODEBOOK) },
    journal: {
      list: ({ before, limit }) =>
        ok(world.journal.filter(({ row }) => before === null || row < before).slice(0, limit)),
    },
  };

  const topics = Object.entries(channels).map(([topic, names]) => [
    topic,
    Object.fromEntries(names.map((name) => [name, answer(world, answers, topic, name)])),
  ]);
  return Object.fromEntries(topics) as Api;
}

function answer(world: World, answers: Answers, topic: string, name: string) {
  return async (input?: unknown): Promise<Reply<unknown>> => {
    const call = `${topic}.${name}`;
    world.asked.push({ call, input });
    const refusal = world.refusals.get(call);
    if (refusal !== undefined) return { ok: false, error: refusal };
    const calls = (answers as Record<string, Record<string, (input?: unknown) => unknown>>)[topic];
    const known = calls?.[name];
    if (known !== undefined) return known(input) as Promise<Reply<unknown>>;
    const message = `Nobody answers ${call} here`;
    return { ok: false, error: { code: 'not-in-this-world', message, details: {} } };
  };
}

function enter(world: World, project: ProjectView): ProjectView {
  world.project = project;
  return project;
}

function countsOf({ agreements }: World): ProjectCounts {
  const count = (fits: (row: AgreementRow) => boolean): number => agreements.filter(fits).length;
  return {
    agreements: agreements.length,
    documents: agreements.length,
    ownSubmitted: count(({ own }) => own === 'submitted'),
    ownTotal: agreements.length,
    disputedAgreements: count(({ disagreements }) => disagreements > 0),
    openDisagreements: agreements.reduce((sum, { disagreements }) => sum + disagreements, 0),
    settledAgreements: count(({ stage }) => stage === 'settled'),
    doubleCoded: count(({ submitted }) => submitted >= 2),
    openPairs: 0,
  };
}
