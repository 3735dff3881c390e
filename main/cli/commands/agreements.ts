import { AgreementQuery, type AgreementRow } from '../../../shared/domain/views';
import type { ProjectStore } from '../../store/project-store';
import { listAgreements } from '../../store/queries/agreements';
import { listDocumentsOf } from '../../store/queries/documents';
import type { Command } from '../command';
import { withProject } from '../project';
import { aligned, counted } from '../text';

export const agreementsCommand: Command = {
  name: 'agreements',
  usage: '<project>',
  summary: 'List the agreements with their documents, and how far each has come.',
  options: {},
  takes: { least: 1, most: 1 },
  run: (given, machine) =>
    withProject(given.arguments[0] ?? '', machine, (store) => {
      const agreements = allAgreements(store).map(
        ({ number, id, fileName, pageCount, stage, submitted }) => ({
          number,
          id,
          file: fileName,
          pages: pageCount,
          stage,
          submitted,
          documents: listDocumentsOf(store.db, id).map((document) => ({
            id: document.id,
            file: document.fileName,
            role: document.role,
            format: document.format,
            pages: document.pageCount,
          })),
        }),
      );
      // One line per agreement with its first document; the others follow on lines of their own.
      const rows = agreements.flatMap((each) => [
        [
          each.number,
          each.id,
          each.pages,
          each.stage,
          each.submitted,
          each.documents.length === 0 ? '(no documents: moved elsewhere)' : each.file,
        ],
        ...each.documents
          .slice(1)
          .map(({ file, role, pages }) => ['', '', pages, '', '', `+ ${role}: ${file}`]),
      ]);
      return {
        json: { agreements },
        lines: [
          ...(rows.length === 0
            ? []
            : aligned(['number', 'id', 'pages', 'stage', 'submitted', 'file'], rows)),
          `${counted(agreements.length, 'agreement')}.`,
        ],
      };
    }),
};

const PAGE = 500;

function allAgreements(store: ProjectStore): AgreementRow[] {
  const all: AgreementRow[] = [];
  for (;;) {
    const query = AgreementQuery.parse({ offset: all.length, limit: PAGE });
    const { rows } = listAgreements(store.db, query, null);
    all.push(...rows);
    if (rows.length < PAGE) return all;
  }
}
