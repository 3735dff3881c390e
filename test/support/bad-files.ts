import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { zipBomb } from './docx-files';
import { encryptedPdf, plainPdf } from './pdf-files';

/** A new temporary folder. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'samsyn-test-'));
}

/** Writes files, by path below the folder, and returns their full paths in the same order. */
export function writeFiles(folder: string, files: Record<string, string | Uint8Array>): string[] {
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  });
}

/** Bytes that look like nothing, the same each time. */
export function noise(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let index = 0; index < length; index += 1) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    bytes[index] = state >> 16;
  }
  return bytes;
}

/** One file of each kind that must be refused: its name, its bytes, and the code it is refused with. */
export async function filesToRefuse(): Promise<
  { name: string; bytes: Uint8Array; code: string }[]
> {
  const sound = plainPdf([['Avtal om samverkan'], ['Underskrifter']]);
  return [
    { name: 'tom.pdf', bytes: new Uint8Array(), code: 'file-empty' },
    { name: 'tom-text.txt', bytes: Buffer.from(' \r\n\t\n'), code: 'file-empty' },
    { name: 'låst.pdf', bytes: await encryptedPdf(), code: 'pdf-encrypted' },
    { name: 'avklippt.pdf', bytes: sound.subarray(0, 500), code: 'pdf-damaged' },
    { name: 'utan sidor.pdf', bytes: plainPdf([]), code: 'pdf-damaged' },
    { name: 'brus.pdf', bytes: noise(20_000), code: 'pdf-damaged' },
    { name: 'text som heter.pdf', bytes: Buffer.from('inte någon pdf'), code: 'pdf-damaged' },
    { name: 'text som heter.docx', bytes: Buffer.from('ingen Word-fil'), code: 'file-damaged' },
    { name: 'text som heter.odt', bytes: Buffer.from('ingen ODT'), code: 'file-damaged' },
    { name: 'tabell.json', bytes: Buffer.from('[1]'), code: 'file-not-supported' },
    {
      name: 'brus med huvud.pdf',
      bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(20_000), Buffer.from('\n%%EOF')]),
      code: 'pdf-damaged',
    },
    { name: 'bomb.docx', bytes: zipBomb(), code: 'unpacks-too-large' },
    { name: 'lögnaktig bomb.docx', bytes: zipBomb({ declared: 1_000 }), code: 'unpacks-too-large' },
    {
      name: 'bildbomb.docx',
      bytes: zipBomb({ part: 'word/media/bild.bin' }),
      code: 'unpacks-too-large',
    },
    { name: 'liten bomb.docx', bytes: zipBomb({ megabytes: 30 }), code: 'unpacks-too-large' },
    {
      name: 'arkiv.docx',
      bytes: Buffer.from('PK\x05\x06' + '\0'.repeat(18)),
      code: 'file-not-supported',
    },
    { name: 'avklippt.docx', bytes: zipBomb().subarray(0, 5_000), code: 'file-damaged' },
    {
      name: 'bild.pdf',
      bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      code: 'file-damaged',
    },
    {
      name: 'telefon.jpg',
      bytes: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
      code: 'file-not-supported',
    },
    { name: 'text.png', bytes: Buffer.from('Avtal'), code: 'file-damaged' },
    { name: 'jättelik.png', bytes: hugePng(), code: 'picture-too-large' },
    {
      name: 'gammalt.doc',
      bytes: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
      code: 'file-not-supported',
    },
    {
      name: 'data.xml',
      bytes: Buffer.from('<?xml version="1.0"?><a>b</a>'),
      code: 'file-not-supported',
    },
    {
      name: 'djup.html',
      bytes: Buffer.from('<html>' + '<p><div>'.repeat(100_000)),
      code: 'file-damaged',
    },
  ];
}

const SENTENCE =
  'Överenskommelse mellan Östersunds kommun och Räddningsmissionen – gäller från “2024”.';

/** One and the same text in every encoding that is met; dashes and quotes only where they can be. */
export function textsInEncodings(): { encoding: string; bytes: Buffer; text: string }[] {
  const simple = SENTENCE.replace('–', '-').replace(/[“”]/g, '"');
  const utf16 = Buffer.from(SENTENCE, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  const windows = Buffer.from(
    SENTENCE.replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'),
    'latin1',
  );
  return [
    { encoding: 'UTF-8', bytes: Buffer.from(SENTENCE), text: SENTENCE },
    { encoding: 'UTF-8 with mark', bytes: Buffer.from(`\ufeff${SENTENCE}`), text: SENTENCE },
    { encoding: 'Latin-1', bytes: Buffer.from(simple, 'latin1'), text: simple },
    { encoding: 'Windows-1252', bytes: windows, text: SENTENCE },
    {
      encoding: 'UTF-16 LE with mark',
      bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      text: SENTENCE,
    },
    {
      encoding: 'UTF-16 BE with mark',
      bytes: Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]),
      text: SENTENCE,
    },
    { encoding: 'UTF-16 LE without mark', bytes: Buffer.from(simple, 'utf16le'), text: simple },
    {
      encoding: 'UTF-16 BE without mark',
      bytes: Buffer.from(simple, 'utf16le').swap16(),
      text: simple,
    },
  ];
}

/** File names that people really use, and some they should not; all fit a 255-byte file system. */
export const strangeNames: readonly string[] = [
  'Överenskommelse Åre–Älvsbyn.txt',
  '"citat" & \'apostrof\' `grav`.txt',
  'emoji 🤝👩‍👩‍👧.txt',
  `${'lång '.repeat(40).slice(0, 196)}.txt`,
  'procent %20 #ankare ?fråga.txt',
  'punkt i. slutet..txt',
  '-rf.txt',
  'rad\nbrytning.txt',
];

/** A folder with many files below it, one of them hidden in each subfolder, and links that go round in circles. */
export function largeFolder(count: number): string {
  const folder = temporaryFolder();
  for (let start = 0; start < count; start += 500) {
    const sub = join(folder, `mapp ${start / 500}`);
    mkdirSync(sub);
    for (let index = start; index < Math.min(count, start + 500); index += 1) {
      writeFileSync(join(sub, `avtal ${index}.txt`), `Avtal ${index}`);
    }
    writeFileSync(join(sub, '.DS_Store'), 'x');
    symlinkSync(folder, join(sub, 'runt'));
  }
  symlinkSync('själv', join(folder, 'själv'));
  return folder;
}

/** A PNG of a few bytes that says it has a billion pixels. */
function hugePng(): Buffer {
  const header = Buffer.alloc(25);
  header.write('IHDR', 4, 'latin1');
  header.writeUInt32BE(13, 0);
  header.writeUInt32BE(40_000, 8);
  header.writeUInt32BE(40_000, 12);
  header.writeUInt8(8, 16);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), header]);
}
