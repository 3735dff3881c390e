import { extname } from 'node:path';

import type { DocumentFormat } from '../../shared/domain/page';
import { attachmentName } from './attachment-name';

/** Endings that a file of each format may have on the way to another program, the usual one first. */
const endings: Readonly<Record<DocumentFormat, readonly string[]>> = {
  pdf: ['.pdf'],
  docx: ['.docx'],
  odt: ['.odt'],
  rtf: ['.rtf'],
  xlsx: ['.xlsx'],
  text: ['.txt', '.text', '.md'],
  markdown: ['.md', '.markdown', '.txt'],
  html: ['.html', '.htm'],
  csv: ['.csv', '.tsv', '.tab', '.txt'],
  email: ['.eml', '.msg'],
  image: ['.png', '.jpg', '.jpeg', '.tif', '.tiff'],
};

/**
 * The name that a received file gets outside the project. It always ends as its format does: what is
 * called `avtal.exe` and is a PDF becomes `avtal.exe.pdf`, so no system takes it for a program.
 */
export function originalName(fileName: string, format: DocumentFormat): string {
  const name = attachmentName(fileName, '');
  const allowed = endings[format];
  if (allowed.includes(extname(name).toLowerCase())) return name;
  return attachmentName(`${name}${allowed[0] ?? ''}`, '');
}
