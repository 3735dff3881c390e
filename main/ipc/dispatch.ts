import type { z } from 'zod';

import { isAppError } from '../../shared/domain/app-error';
import { contract, type Handlers, type Reply } from '../../shared/ipc/contract';

/** Told of every exception that is ours to mend; the window only learns that something broke. */
export type ReportBug = (error: unknown, context: Readonly<Record<string, unknown>>) => void;

type LooseCall = { readonly input: z.ZodType; readonly output: z.ZodType };
type LooseHandler = (deps: unknown, input: unknown) => unknown;

/**
 * Carries out one call and answers it; never throws.
 *
 * No Electron in here, so that the terminal and the tests go the same way as the window. What comes
 * in is checked against the contract, and so is what goes out: a handler that lets slip a field that
 * the contract does not name (another reviewer's answer, say) has it removed here.
 */
export async function dispatch<Deps>(
  handlers: Handlers<Deps>,
  deps: Deps,
  topic: string,
  name: string,
  rawInput: unknown,
  reportBug: ReportBug = (error, context) => console.error(context, error),
): Promise<Reply<unknown>> {
  const call = ownProperty<LooseCall>(ownProperty(contract, topic), name);
  const handler = ownProperty<LooseHandler>(ownProperty(handlers, topic), name);
  if (call === undefined || handler === undefined) {
    return failure('unknown-call', `There is no call ${topic}.${name}.`, { topic, name });
  }

  const input = call.input.safeParse(rawInput);
  if (!input.success) return badInput(topic, name, input.error);

  try {
    const value: unknown = await handler(deps, input.data);
    const output = call.output.safeParse(value);
    if (output.success) return { ok: true, value: output.data };
    reportBug(output.error, { topic, name, step: 'output' });
  } catch (error) {
    if (isAppError(error)) return failure(error.code, error.message, { ...error.details });
    reportBug(error, { topic, name, step: 'handler' });
  }
  return failure('unexpected', `Something went wrong in ${topic}.${name}; it is in the log.`, {
    topic,
    name,
  });
}

function badInput(topic: string, name: string, error: z.ZodError): Reply<never> {
  const issue = error.issues[0];
  const field = issue?.path.map(String).join('.') || 'input';
  return failure('bad-input', `${topic}.${name}: ${field}: ${issue?.message ?? 'not valid'}`, {
    topic,
    name,
    field,
  });
}

function failure(
  code: string,
  message: string,
  details: Record<string, string | number>,
): Reply<never> {
  return { ok: false, error: { code, message, details } };
}

/** Own properties only: `constructor` and `__proto__` are no topics. */
function ownProperty<T>(object: unknown, key: string): T | undefined {
  if (typeof object !== 'object' || object === null || !Object.hasOwn(object, key)) {
    return undefined;
  }
  return (object as Record<string, T>)[key];
}
