import type { DocumentModel } from './blocks';
import type { Facts } from './compose';
import { renderDocx } from './docx';
import { htmlBody } from './flowing-formats';
import { flowOf } from './flow';
import type { Distort } from './noise';
import type { Rendered } from './render';
import type { AttachmentTruth } from './truth';
import { aMsg, anEml } from './writers/mail-files';
import { anXlsx, xlsxRow } from './writers/xlsx-files';

type Mail = Rendered & { readonly attachments: readonly AttachmentTruth[] };

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A mail that is itself the agreement, with the budget as a workbook. */
export function renderEml(model: DocumentModel, facts: Facts, distort: Distort): Mail {
  const { flow, placed } = flowOf(model, distort);
  const fileName = 'Bilaga 1 Budget.xlsx';
  const html = `<p>Hej!</p>\n<p>Här är överenskommelsen i sin helhet. Budgeten är bifogad.</p>\n${htmlBody(flow)}`;
  const bytes = anEml({
    ...envelope(model, facts),
    html,
    attachments: [{ name: fileName, type: XLSX, bytes: budget(facts.amount ?? 250_000) }],
  });
  return {
    bytes: new Uint8Array(bytes),
    pages: null,
    placed,
    attachments: [{ fileName, format: 'xlsx', isAgreement: false }],
  };
}

/** A mail of a few lines as Outlook saves it: the agreement as a Word file, and what is paid when as a table. */
export function renderMsg(
  model: DocumentModel,
  facts: Facts,
  distort: Distort,
  fileName: string,
): Mail {
  const { bytes, placed } = renderDocx(model, distort);
  const payments = 'Bilaga 1 Utbetalningar.csv';
  const text = [
    'Hej!',
    'Bifogat finns avtalet som ni har begärt ut, och utbetalningarna ur ekonomisystemet. Hör av er om något saknas.',
    `Med vänlig hälsning\r\n${model.author}\r\n${model.letterhead.organisation}`,
  ].join('\r\n\r\n');
  const mail = aMsg({
    ...envelope(model, facts),
    text,
    attachments: [
      { name: fileName, type: DOCX, bytes },
      { name: payments, type: 'text/csv', bytes: paymentsOf(facts) },
    ],
  });
  return {
    bytes: new Uint8Array(mail),
    pages: null,
    placed,
    attachments: [
      { fileName, format: 'docx', isAgreement: true },
      { fileName: payments, format: 'csv', isAgreement: false },
    ],
  };
}

function envelope({ author, letterhead, title }: DocumentModel, { decisionDate, start }: Facts) {
  const day = decisionDate ?? (start?.length === 10 ? start : '2024-03-04');
  return {
    subject: title,
    from: { name: author, address: letterhead.email },
    to: [{ name: 'Registrator', address: 'registrator@exempel.se' }],
    sent: new Date(`${day}T09:12:00Z`),
  };
}

/** What was paid in the first year, quarter by quarter, as Excel writes CSV in Sweden. */
function paymentsOf({ amount, start }: Facts): Buffer {
  const year = start?.slice(0, 4) ?? '2024';
  const quarter = Math.round((amount ?? 250_000) / 4000) * 1000;
  const rows = ['01-31', '04-30', '07-31', '10-31'].map((day, at) => [
    `${year}-${day}`,
    `Kvartal ${at + 1}`,
    `${quarter},00`,
    'Verksamhetsbidrag; utbetalt',
  ]);
  const lines = [['Bokförd', 'Period', 'Belopp (kr)', 'Text'], ...rows].map((cells) =>
    cells.map((cell) => (cell.includes(';') ? `"${cell}"` : cell)).join(';'),
  );
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}

function budget(amount: number): Buffer {
  const staff = Math.round((amount * 0.62) / 1000) * 1000;
  const rooms = Math.round((amount * 0.21) / 1000) * 1000;
  return anXlsx({
    formats: ['#,##0'],
    sheets: [
      {
        name: 'Budget',
        rows: [
          xlsxRow(1, ['Post', 'Kronor per år', 'Anmärkning']),
          xlsxRow(2, ['Personal', [staff, 1], 'Samordnare och handledning']),
          xlsxRow(3, ['Lokaler', [rooms, 1], null]),
          xlsxRow(4, ['Verksamhet', [amount - staff - rooms, 1], 'Aktiviteter och material']),
          xlsxRow(5, ['Summa', [amount, 1], null]),
        ].join(''),
      },
    ],
  });
}
