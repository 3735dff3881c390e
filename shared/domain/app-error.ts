/**
 * An error that a person can meet and do something about.
 *
 * `code` is stable and is what the window translates (`errors.<code>` in the language files, with
 * `details` as its parameters); `message` is the English sentence that the terminal prints. Both name
 * the thing and the next step. Anything else that is thrown is a bug of ours.
 */
export class AppError extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: string,
    message: string,
    details: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** True for errors that a person can act on, also when they crossed a module copy. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error;
}
