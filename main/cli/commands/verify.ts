import { isAppError } from '../../../shared/domain/app-error';
import type { VerifyReport } from '../../../shared/ipc/shapes';
import { BlobStore } from '../../documents/blob-store';
import { verifyProject } from '../../store/verify';
import type { Command, Machine } from '../command';
import { withProject } from '../project';
import { counted, printable } from '../text';

export const verifyCommand: Command = {
  name: 'verify',
  usage: '<project>',
  summary:
    'Check journal, tables, documents and database; the exit code is 1 if anything is wrong.',
  options: {},
  takes: { least: 1, most: 1 },
  async run(given, machine) {
    const report = await reportOn(given.arguments[0] ?? '', machine);
    const { entries, replicas, documents, problems } = report;
    const what = `${counted(entries, 'entry', 'entries')} of ${counted(replicas, 'replica')}, ${counted(documents, 'document')}`;
    return {
      json: report,
      lines: [
        report.ok
          ? `Nothing is wrong: ${what}.`
          : `${counted(problems.length, 'problem')}: ${what}. The journal folder holds a second copy of every entry.`,
      ],
      complaints: problems.map(({ check, message }) => `${check}: ${printable(message)}`),
    };
  },
};

/** Damage that keeps the project from opening at all is a finding too. */
async function reportOn(project: string, machine: Machine): Promise<VerifyReport> {
  try {
    return await withProject(project, machine, (store) =>
      verifyProject(store, { blobs: new BlobStore(store.folder) }),
    );
  } catch (error) {
    if (!isAppError(error) || error.code !== 'project-damaged') throw error;
    return {
      ok: false,
      entries: 0,
      replicas: 0,
      documents: 0,
      problems: [
        {
          check: 'sqlite',
          code: error.code,
          message: error.message,
          details: { ...error.details },
        },
      ],
    };
  }
}
