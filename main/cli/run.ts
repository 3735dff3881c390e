import { parseArgs } from 'node:util';

import { isAppError } from '../../shared/domain/app-error';
import { TableError } from '../exchange/tables';
import { systemCode } from '../system-code';
import { type Answer, type Command, type Given, type Machine, UsageError } from './command';
import { addCommand } from './commands/add';
import { agreementsCommand } from './commands/agreements';
import { codeCommand } from './commands/code';
import { decideCommand } from './commands/decide';
import { disagreementsCommand } from './commands/disagreements';
import { exportCommand } from './commands/export';
import { newCommand } from './commands/new';
import { proposalsCommand } from './commands/proposals';
import { recogniseCommand } from './commands/recognise';
import { reliabilityCommand } from './commands/reliability';
import { reviewersCommand } from './commands/reviewers';
import { searchCommand } from './commands/search';
import { settleCommand } from './commands/settle';
import { similarCommand } from './commands/similar';
import { verifyCommand } from './commands/verify';

/** In the order of the work. */
const commands: readonly Command[] = [
  newCommand,
  addCommand,
  recogniseCommand,
  reviewersCommand,
  agreementsCommand,
  similarCommand,
  searchCommand,
  proposalsCommand,
  codeCommand,
  disagreementsCommand,
  settleCommand,
  decideCommand,
  reliabilityCommand,
  exportCommand,
  verifyCommand,
];

/** What a command line comes to: done (0), refused with a reason (1) or not understood (2). */
interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly output: string;
  readonly errors: string;
}

/** Runs one command line. Throws only what nobody could expect. */
export async function run(argv: readonly string[], machine: Machine): Promise<Outcome> {
  const json = argv.includes('--json');
  try {
    const answer = await answerTo(argv, machine);
    const complaints = answer.complaints ?? [];
    return {
      code: complaints.length === 0 ? 0 : 1,
      output: json ? asJson(answer.json) : asLines(answer.lines),
      errors: asLines(complaints),
    };
  } catch (error) {
    if (error instanceof UsageError) {
      return {
        code: 2,
        output: '',
        errors: asLines([`samsyn: ${error.message}`, ...hintFor(error)]),
      };
    }
    if (!isAppError(error)) throw error;
    const { code, message } = error;
    const problems = error instanceof TableError ? { problems: error.problems } : {};
    return {
      code: 1,
      output: json ? asJson({ error: { code, message, ...problems } }) : '',
      errors: asLines([message]),
    };
  }
}

async function answerTo(argv: readonly string[], machine: Machine): Promise<Answer> {
  const at = argv.findIndex((argument) => !argument.startsWith('-'));
  const name = at < 0 ? undefined : argv[at];
  const before = at < 0 ? argv : argv.slice(0, at);
  if (before.includes('--version')) {
    return { json: { version: machine.version }, lines: [machine.version] };
  }
  if (name === undefined && before.some((option) => ['--help', '-h'].includes(option))) {
    return overview();
  }
  if (name === undefined) throw new UsageError('no command is given', null);
  const unknown = before.find((option) => !['--json', '--help', '-h'].includes(option));
  if (unknown !== undefined) throw new UsageError(`unknown option "${unknown}"`, null);
  if (name === 'help') return help(argv.slice(at + 1));

  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw new UsageError(`unknown command "${name}"`, null);
  const given = parse(command, [...before, ...argv.slice(at + 1)]);
  if (given.flag('help')) return helpFor(command);
  const { least, most } = command.takes;
  const count = given.arguments.length;
  if (count < least) throw new UsageError('an argument is missing', command);
  if (count > most) {
    throw new UsageError(`"${given.arguments[most] ?? ''}" is one argument too many`, command);
  }
  if (given.arguments.includes('')) throw new UsageError('an argument is empty', command);
  return command.run(given, machine);
}

const common = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parse(command: Command, args: readonly string[]): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command.options, ...common },
      allowPositionals: true,
      strict: true,
    });
    const all = values as Record<string, string | boolean | (string | boolean)[] | undefined>;
    const list = (name: string) =>
      [all[name] ?? []].flat().filter((value) => typeof value === 'string');
    return {
      arguments: positionals,
      flag: (name) => all[name] === true,
      text: (name) => list(name).at(-1),
      list,
    };
  } catch (error) {
    const code = systemCode(error) ?? '';
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    const [sentence = ''] = (error as Error).message.split('. ');
    throw new UsageError(`${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`, command);
  }
}

function help(args: readonly string[]): Answer {
  const name = args.find((argument) => !argument.startsWith('-'));
  if (name === undefined) return overview();
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw new UsageError(`unknown command "${name}"`, null);
  return helpFor(command);
}

function overview(): Answer {
  const lines = [
    'Samsyn: categorise agreements, settle disagreements, export a clean dataset.',
    '',
    ...commands.flatMap(({ name, usage, summary }) => [
      `  samsyn ${name} ${usage}`,
      `      ${summary}`,
    ]),
    '',
    'Every command takes --json. <project> is a folder, named with or without .samsyn.',
    'Exit code: 0 done, 1 refused with a reason, 2 wrong usage. "samsyn help <command>" tells more.',
  ];
  return { json: { help: lines.join('\n') }, lines };
}

function helpFor({ name, usage, summary, details = [] }: Command): Answer {
  const lines = [`samsyn ${name} ${usage}`, '', summary, ...details];
  return { json: { help: lines.join('\n') }, lines };
}

function hintFor({ command }: UsageError): string[] {
  return command === null
    ? ['usage: samsyn <command> … ("samsyn help" lists the commands)']
    : [`usage: samsyn ${command.name} ${command.usage}`];
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function asLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
