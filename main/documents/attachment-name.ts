/** UTF-16 code units of a name; with the ending kept, it is cut in the middle of nothing. */
const LONGEST = 150;

/** Bytes of a name in UTF-8; most file systems of Linux take 255. */
const MOST_BYTES = 240;

/** Characters that reverse or hide parts of a name, or that terminals and shells obey. */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]/g;

/** Names that Windows takes for devices, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(?:\.|$)/i;

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'text/html': 'html',
  'text/csv': 'csv',
  'message/rfc822': 'eml',
  'application/vnd.ms-outlook': 'msg',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tif',
};

/**
 * What an attachment is called: the last part of the name that the sender gave it, without anything
 * that leads to another folder, names a device, reverses or hides what is read, or is too long for a
 * file system. One without a name is called `attachment`, with the ending that its kind has.
 */
export function attachmentName(given: string | null, mimeType: string): string {
  const last = (given ?? '').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(UNSEEN, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const named = clean === '' ? withEnding('attachment', mimeType) : shortened(clean);
  return DEVICE.test(named) ? `_${named}` : named;
}

function withEnding(name: string, mimeType: string): string {
  const ending = Object.hasOwn(endings, mimeType) ? endings[mimeType] : undefined;
  return ending === undefined ? name : `${name}.${ending}`;
}

function shortened(name: string): string {
  if (fits(name)) return name;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  const kept = Array.from(name.slice(0, LONGEST - ending.length));
  while (!fits(kept.join('') + ending)) kept.pop();
  // Half a sign, where it was cut within one.
  if (/[\ud800-\udbff]$/.test(kept.at(-1) ?? '')) kept.pop();
  return kept.join('').replace(/[\s.]+$/, '') + ending;
}

function fits(name: string): boolean {
  return name.length <= LONGEST && Buffer.byteLength(name) <= MOST_BYTES;
}
