import type { Random } from './random';
import type { OfficeFormat, Truth } from './truth';

type Named = Pick<Truth, 'start' | 'end' | 'caseNumber' | 'documentType' | 'signed' | 'noise'> & {
  readonly place: string;
  readonly association: string;
  readonly format: OfficeFormat;
};

/** A file name as registries and mailboxes give them, free of characters that file systems refuse. */
export function inventFileName(about: Named, random: Random): string {
  const { place, association, start, end, caseNumber, format } = about;
  const year = start?.slice(0, 4) ?? '';
  const lastYear = end === null || end === 'open-ended' ? '' : end.slice(0, 4);
  const span = lastYear === '' || lastYear === year ? year : `${year}-${lastYear}`;
  const done = about.signed
    ? random.pick([' SIGNERAT', ' signerad', ' undertecknat', '', ''])
    : random.pick([' UTKAST', ' osignerad', '']);
  const extension =
    format === 'docx' || format === 'txt' ? format : random.chance(0.08) ? 'PDF' : 'pdf';
  const name =
    about.documentType === 'extension' || about.documentType === 'addendum'
      ? random.pick([
          `Förlängning IOP ${association} ${span}`,
          `Förlängning_${association}_${span}${done}`,
        ])
      : format === 'pdf' && about.noise >= 2 && random.chance(0.5)
        ? scannerName(year || '2023', random)
        : random.pick([
            `IOP Avtal ${place}_${association} ${span}${done}`,
            `IOP ${association}${done}`,
            `${caseNumber ?? 'Avtal'} ${association}`,
            `Överenskommelse ${association} och ${place} ${span}`,
            `Avtal_${association}_${year || 'odaterat'}`,
            `Överenskommelse IOP ${association}, ${place} (${random.int(2, 4)})`,
            `Bilaga ${random.int(1, 6)} - IOP-överenskommelse ${association}`,
            `${random.int(1, 9)}. ${association} ${span}${done}`,
            `Samverkansavtal ${place} ${association} slutlig version ${random.int(1, 3)}`,
          ]);
  return `${clean(name)}.${extension}`;
}

function scannerName(year: string, random: Random): string {
  const two = (low: number, high: number) => String(random.int(low, high)).padStart(2, '0');
  const day = `${year}${two(1, 12)}${two(1, 28)}`;
  return random.pick([
    `scan_${day}_${two(7, 17)}${two(0, 59)}`,
    `KMBT_C224${day}${two(7, 17)}${two(0, 59)}`,
    `Inskannat ${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
  ]);
}

/** Trims what Windows refuses and what makes a name longer than mail programs keep. */
export function clean(name: string): string {
  return name
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/\s+/g, ' ')
    .slice(0, 110)
    .trim()
    .replace(/[ .]+$/, '');
}

/** Two files in one folder cannot have one name, nor names that differ only in case. */
export function uniqueName(fileName: string, taken: Set<string>): string {
  const [, base = fileName, extension = ''] = /^(.*)(\.\w+)$/u.exec(fileName) ?? [];
  let candidate = fileName;
  for (let copy = 2; taken.has(candidate.toLowerCase()); copy += 1)
    candidate = `${base} (${copy})${extension}`;
  taken.add(candidate.toLowerCase());
  return candidate;
}
