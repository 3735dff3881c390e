import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { note } from './report';

/** Tells whether a program to compare with is absent, and how to get it. */
export async function missingProgram(command: string, debianPackage: string): Promise<boolean> {
  try {
    await promisify(execFile)('which', [command]);
    return false;
  } catch {
    note(`There is no "${command}" to compare with. Run: apt-get install ${debianPackage}`);
    return true;
  }
}
