import type { ParseArgsConfig } from 'node:util';

import type { ForkChild, ForkReader } from '../documents/reader-child';
import type { ToRecogniser } from '../documents/recognition/recogniser-protocol';

/** What a command was given, after its options were told apart from its arguments. */
export interface Given {
  readonly arguments: readonly string[];
  flag(name: string): boolean;
  /** The last of the values that were given; `undefined` when none was. */
  text(name: string): string | undefined;
  list(name: string): readonly string[];
}

/** What commands need of the machine. */
export interface Machine {
  readonly version: string;
  readonly folder: string;
  readonly now: () => string;
  readonly forkReader: ForkReader;
  readonly forkRecogniser: ForkChild<ToRecogniser>;
  /** Told when the person wants to stop. */
  readonly signal: AbortSignal;
  /** Shows how far something has come, where somebody is watching; `null` takes it away. */
  readonly progress: (text: string | null) => void;
}

/** What a command has to say. */
export interface Answer {
  readonly json: unknown;
  /** The same for people. */
  readonly lines: readonly string[];
  /** What went wrong with parts of the work: told on the error output, and the exit code is 1. */
  readonly complaints?: readonly string[];
}

/** One word of the terminal: `samsyn <name> …`. */
export interface Command {
  readonly name: string;
  /** What follows the name. */
  readonly usage: string;
  readonly summary: string;
  /** Lines of `samsyn help <name>`, after the summary. */
  readonly details?: readonly string[];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many arguments it takes. */
  readonly takes: { readonly least: number; readonly most: number };
  run(given: Given, machine: Machine): Answer | Promise<Answer>;
}

/** The command line is not one that Samsyn understands: exit code 2. */
export class UsageError extends Error {
  readonly command: Command | null;

  constructor(message: string, command: Command | null) {
    super(message);
    this.name = 'UsageError';
    this.command = command;
  }
}
