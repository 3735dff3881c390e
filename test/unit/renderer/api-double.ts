import type { Answer } from '../../../shared/domain/answer';
import { AgreementId, DocumentId, EvidenceId, ReviewerId } from '../../../shared/domain/ids';
import type { CodingView, OwnAnswer } from '../../../shared/domain/views';
import type { Api, Reply } from '../../../shared/ipc/contract';

/** The calls that a test answers; any other fails it by name. */
export type ApiParts = { readonly [Topic in keyof Api]?: Partial<Api[Topic]> };

/** An api that answers what the test wants answered. Only tests have such a thing. */
export function apiDouble(parts: ApiParts): Api {
  const topic = (name: string): object =>
    new Proxy((parts as Record<string, object>)[name] ?? {}, {
      get: (calls, call) =>
        Reflect.get(calls, call) ??
        (() => Promise.reject(new Error(`Nobody answers ${name}.${String(call)}`))),
      ownKeys: (calls) => Reflect.ownKeys(calls),
    });
  // The store goes through the entries of each topic, so they have to be there to be found.
  return Object.fromEntries(
    [
      ...new Set([
        ...Object.keys(parts),
        'app',
        'projects',
        'reviewers',
        'documents',
        'agreements',
        'codings',
        'proposals',
        'disagreements',
        'comparisons',
        'reliability',
        'exports',
        'codebook',
        'journal',
      ]),
    ].map((name) => [name, topic(name)]),
  ) as unknown as Api;
}

export const ok = <T>(value: T): Reply<T> => ({ ok: true, value });
export const refused = (code: string): Reply<never> => ({
  ok: false,
  error: { code, message: `Refused: ${code}`, details: {} },
});

/** A promise that the test settles when it wants to. */
export function later<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

export const agreementId = (n: number): AgreementId => AgreementId.parse(`a${n}`);
export const anna = ReviewerId.parse('anna');
export const documentId = DocumentId.parse('d'.repeat(64));

export function aCoding(parts: Partial<CodingView> = {}): CodingView {
  return {
    agreement: agreementId(1),
    number: 1,
    documents: [
      {
        id: documentId,
        fileName: 'Avtal.pdf',
        size: 10,
        format: 'pdf',
        pageCount: 3,
        role: 'main',
        locked: false,
      },
    ],
    elsewhere: [],
    reviewer: anna,
    state: 'draft',
    canReopen: false,
    answers: [],
    undo: null,
    redo: null,
    submitted: 0,
    codersWanted: 2,
    isClosed: false,
    ...parts,
  };
}

/** A passage of page 1 that starts there. */
export const aPassage = (quote: string, start = 0) => ({
  document: documentId,
  page: 1,
  start,
  end: start + quote.length,
  quote,
  prefix: '',
  suffix: '',
});

/** Codings kept in memory as main would: one answer per variable, and everything that was asked. */
export function codingsInMemory(first: CodingView) {
  const codings = new Map([[first.agreement, first]]);
  const asked: string[] = [];

  const read = (agreement: AgreementId): CodingView => {
    const coding = codings.get(agreement) ?? aCoding({ agreement });
    codings.set(agreement, coding);
    return coding;
  };
  const change = (agreement: AgreementId, parts: Partial<CodingView>): CodingView => {
    codings.set(agreement, { ...read(agreement), ...parts });
    return read(agreement);
  };
  const withAnswer = (answers: OwnAnswer[], own: OwnAnswer): OwnAnswer[] => [
    ...answers.filter(({ variable }) => variable !== own.variable),
    own,
  ];
  const describe = (answer: Answer | null): string => {
    if (answer === null) return 'nothing';
    const { value } = answer;
    return value === null ? (answer.missing ?? '-') : JSON.stringify(Object.values(value)[1]);
  };

  const calls: NonNullable<ApiParts['codings']> = {
    open: async ({ agreement }) => {
      asked.push(`open ${agreement}`);
      return ok(read(agreement));
    },
    recordAnswer: async ({ agreement, variable, answer }) => {
      asked.push(`record ${agreement} ${variable} ${describe(answer)}`);
      const { answers } = read(agreement);
      const before = answers.find((own) => own.variable === variable);
      const rest = answers.filter((own) => own.variable !== variable);
      if (answer === null) return ok(change(agreement, { answers: rest }));
      const own = { variable, answer, evidence: before?.evidence ?? [] };
      return ok(change(agreement, { answers: withAnswer(answers, own) }));
    },
    attachEvidence: async ({ agreement, variable, passage }) => {
      asked.push(`attach ${agreement} ${variable} ${passage.quote}`);
      const { answers } = read(agreement);
      const evidence = { id: EvidenceId.parse(`e${asked.length}`), passage };
      const before = answers.find((own) => own.variable === variable);
      const own = {
        variable,
        answer: before?.answer ?? { value: null, missing: null, unsure: false, note: '' },
        evidence: [...(before?.evidence ?? []), evidence],
      };
      const coding = change(agreement, { answers: withAnswer(answers, own) });
      return ok({ coding, evidence });
    },
    undo: async ({ agreement }) => {
      asked.push(`undo ${agreement}`);
      return ok(read(agreement));
    },
    submit: async ({ agreement }) => {
      asked.push(`submit ${agreement}`);
      return ok(change(agreement, { state: 'submitted', canReopen: true }));
    },
    next: async ({ after }) => {
      asked.push(`next ${after ?? '-'}`);
      const at = after === null ? 0 : Number(after.slice(1));
      return ok(at >= 3 ? null : { agreement: agreementId(at + 1) });
    },
  };
  return { calls, asked, read };
}
