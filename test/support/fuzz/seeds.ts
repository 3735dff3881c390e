import { formatFiles } from '../format-files';
import { aMsg, anEml } from '../../../scripts/sample/writers/mail-files';
import {
  jpegOf,
  pngOf,
  scannedPdf,
  textCanvas,
  tiffOf,
} from '../../../scripts/sample/writers/pictures';
import { plainPdf } from '../pdf-files';

/** One sound file of each format, small, by the name that its mutants are called after. */
export async function soundFiles(): Promise<Readonly<Record<string, Uint8Array>>> {
  const files: Record<string, Uint8Array> = {};
  for (const { fileName, bytes } of formatFiles) {
    const content = await bytes();
    files[fileName] = typeof content === 'string' ? Buffer.from(content) : content;
  }
  // So small that reading the text in it is quick.
  const picture = textCanvas(['Avtal'], { width: 120, height: 60 });
  const attachments = [
    { name: 'bilaga.txt', type: 'text/plain', bytes: Buffer.from('Bilaga till avtalet') },
  ];
  return {
    ...files,
    'skriven.pdf': plainPdf([
      ['Överenskommelse om idéburet offentligt partnerskap', 'Avtalet gäller från 2024-01-01'],
      ['Underskrifter', 'Solna 2024-01-01'],
    ]),
    'avläst.pdf': await scannedPdf([picture]),
    'brev.eml': anEml({ html: '<p>Hej</p>', attachments }),
    'brev.msg': aMsg({ text: 'Hej', attachments }),
    'bild.png': pngOf(picture),
    'bild.jpg': jpegOf(picture),
    'bild.tif': tiffOf([picture, picture]),
  };
}
