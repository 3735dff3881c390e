import { writeFileSync } from 'node:fs';

/** Where the reporter leaves word: the file is made when an error belonged to no test. */
export const STRAYS = 'SAMSYN_STRAY_ERRORS';

/** Tells of errors that belong to no test, which the report in JSON leaves out. */
export default class StrayReporter {
  /**
   * @param {unknown} _files
   * @param {readonly unknown[]} errors
   */
  onTestRunEnd(_files, errors) {
    const file = process.env[STRAYS];
    if (file !== undefined && errors.length > 0) writeFileSync(file, String(errors.length));
  }
}
