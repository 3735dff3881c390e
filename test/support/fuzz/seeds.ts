import { aDocx, paragraph } from '../docx-files';
import { drawnPdf, plainPdf } from '../pdf-files';

/** One sound file of each format, small, by the name that its mutants are called after. */
export async function soundFiles(): Promise<Readonly<Record<string, Uint8Array>>> {
  return {
    'skriven.pdf': plainPdf([
      ['Överenskommelse om idéburet offentligt partnerskap', 'Avtalet gäller från 2024-01-01'],
      ['Underskrifter', 'Solna 2024-01-01'],
    ]),
    'ritad.pdf': await drawnPdf((document) => {
      document.text('Överenskommelse mellan Solna stad och Föreningen Grannar');
      document.addPage().text('Avtalet gäller tills vidare.');
    }),
    'word.docx': aDocx({
      body: paragraph('Avtal om samverkan') + paragraph('Det gäller i tre år.'),
    }),
    'text.txt': Buffer.from(
      'AVTAL\n\n1. Parter\nSolna stad och Föreningen Grannar\n\n- gäller 2024\n',
    ),
  };
}
