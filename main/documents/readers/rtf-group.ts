import type { Aside, Destination } from './rtf-words';

/** What a group inherits from the one around it, and leaves again at its end. */
export interface RtfGroup {
  destination: Destination;
  /** Characters that stand after `\u` for readers that do not know it. */
  skipAfterUnicode: number;
  font: number | null;
  hidden: boolean;
  deleted: boolean;
  bold: boolean;
  /** What stands apart and ends together with the group. */
  aside: Aside | null;
}

/** What is around the first group of a file: nothing that is read. */
export const aroundAll = (): RtfGroup => ({
  destination: 'skip',
  skipAfterUnicode: 1,
  font: null,
  hidden: false,
  deleted: false,
  bold: false,
  aside: null,
});

/** A word about the characters that follow in the group; false when it is none. */
export function characterWord(group: RtfGroup, name: string, value: number | null): boolean {
  const isOn = value !== 0;
  switch (name) {
    case 'plain':
      Object.assign(group, { hidden: false, deleted: false, bold: false, font: null });
      return true;
    case 'f':
      group.font = value;
      return true;
    case 'uc':
      group.skipAfterUnicode = Math.min(16, Math.max(0, value ?? 1));
      return true;
    case 'b':
      group.bold = isOn;
      return true;
    case 'v':
      group.hidden = isOn;
      return true;
    case 'deleted':
      group.deleted = isOn;
      return true;
    default:
      return false;
  }
}
