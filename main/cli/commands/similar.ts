import type { PairRow } from '../../../shared/ipc/comparison-shapes';
import { Comparer } from '../../work/comparer';
import { listPairs } from '../../work/comparisons';
import type { Command } from '../command';
import { withDocuments } from '../project';
import { aligned, counted } from '../text';

export const similarCommand: Command = {
  name: 'similar',
  usage: '<project>',
  summary: 'List documents that are alike: other scans, other cleanings, drafts and versions.',
  details: [
    'What was said of a pair is told with it; pairs that are said to be unrelated are left out.',
    'Exact copies are recognised when they are added, and are not listed.',
  ],
  options: {},
  takes: { least: 1, most: 1 },
  async run(given, machine) {
    const rows = await withDocuments(given.arguments[0] ?? '', machine, async (project) => {
      const faults: unknown[] = [];
      const comparer = new Comparer({
        ...project,
        pause: 0,
        onChange: () => {
          const { state, done, total } = comparer.progress;
          machine.progress(state === 'done' ? null : `${state} ${done}/${total}`);
        },
        onFault: (error) => {
          faults.push(error);
        },
      });
      const stop = (): void => void comparer.stop();
      machine.signal.addEventListener('abort', stop, { once: true });
      await comparer.run();
      machine.signal.removeEventListener('abort', stop);
      machine.progress(null);
      if (faults.length > 0) throw faults[0];
      return [
        ...listPairs(project, { show: 'open', offset: 0, limit: Infinity }).rows,
        ...listPairs(project, { show: 'decided', offset: 0, limit: Infinity }).rows,
      ].filter(({ said }) => said?.relation !== 'unrelated');
    });
    const open = rows.filter(({ said }) => said === null).length;
    return {
      json: { pairs: rows.map(asJson) },
      lines: [
        ...(rows.length === 0
          ? []
          : aligned(
              ['alike', 'said', 'agreement', 'file', 'agreement', 'file'],
              rows.map((row) => [
                percent(row),
                row.said?.relation ?? '-',
                row.a.number ?? 0,
                row.a.document.fileName,
                row.b.number ?? 0,
                row.b.document.fileName,
              ]),
            )),
        `${counted(rows.length, 'pair')}; ${open} nobody has said anything of.`,
      ],
    };
  },
};

function percent({ figures }: PairRow): string {
  return figures === null ? '-' : `${Math.round(figures.score * 100)}%`;
}

function asJson({ a, b, figures, reasons, said }: PairRow) {
  const side = ({ document, agreement, number }: PairRow['a']) => ({
    number,
    id: agreement,
    document: document.id,
    file: document.fileName,
  });
  return { a: side(a), b: side(b), figures, reasons, said };
}
