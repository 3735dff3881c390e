import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { IOP_CODEBOOK } from '../../../shared/domain/codebook-iop';
import { VariableId } from '../../../shared/domain/ids';
import { Settings } from '../../../shared/ipc/shapes';
import { createAppStore, type Store } from '../../../renderer/store';
import { TYPING_PAUSE } from '../../../renderer/store/answer-recorder';
import { answerIn, unreadIn } from '../../../renderer/store/coding-state';
import { ready } from '../../../renderer/store/loadable';
import { saveState } from '../../../renderer/store/saving-slice';
import {
  aCoding,
  agreementId,
  aPassage,
  apiDouble,
  type ApiParts,
  codingsInMemory,
  later,
  ok,
  refused,
} from './api-double';

const id = (text: string) => VariableId.parse(text);
const purpose = id('purpose');
const group = id('target_group');
const text = (words: string) => ({ type: 'text' as const, text: words });
const category = (name: string) => ({
  type: 'category' as const,
  category: name as never,
  secondary: [],
});

async function openStore(overrides: ApiParts['codings'] = {}, first = aCoding()) {
  const memory = codingsInMemory(first);
  const store = createAppStore(
    apiDouble({
      codings: { ...memory.calls, ...overrides },
      agreements: { get: async () => refused('unknown') },
    }),
  );
  store.setState({ codebook: ready(IOP_CODEBOOK) });
  await store.getState().openCoding(first.agreement);
  memory.asked.length = 0;
  return {
    ...memory,
    store,
    state: () => store.getState(),
    coding: () => store.getState().coding,
  };
}

/** Settings that outlive the store, and a new store on them as often as one is opened. */
function settingsOnDisk() {
  let kept: Settings = { language: null, theme: 'system', panes: {}, places: {} };
  let written = 0;
  const create = async (settings: Partial<Store>) => {
    const store = createAppStore(
      apiDouble({
        codings: codingsInMemory(aCoding()).calls,
        app: {
          changeSettings: async (change) => {
            written += 1;
            return ok((kept = Settings.parse({ ...kept, ...change })));
          },
        },
        agreements: { get: async () => refused('unknown') },
      }),
    );
    store.setState({
      codebook: ready(IOP_CODEBOOK),
      project: ready({ folder: '/p', readOnly: null } as never),
      ...settings,
    });
    await store.getState().openCoding(agreementId(1));
    return store;
  };
  const open = async () => (await create({ settings: ready(kept) })).getState;
  const withoutSettings = async () => {
    const store = await create({});
    const arrive = () => store.setState({ settings: ready(kept) });
    return { state: store.getState, arrive };
  };
  return {
    open: Object.assign(open, { withoutSettings }),
    written: () => written,
    remembered: () => String(kept.places['/p']?.['coding.unread']),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('recording answers', () => {
  it('shows an answer at once and sends it at once', async () => {
    const { state, coding, asked } = await openStore();

    state().setValue(group, category('elderly'));

    expect(answerIn(coding(), group).value).toEqual(category('elderly'));
    await state().saveCoding();
    expect(asked).toEqual(['record a1 target_group "elderly"']);
    expect(coding().edits).toEqual({});
    expect(coding().view?.answers).toHaveLength(1);
  });

  it('sends what is typed once, when the keys rest', async () => {
    const { state, asked } = await openStore();

    state().setValue(purpose, text('A'), 'typing');
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE - 1);
    state().setValue(purpose, text('Ab'), 'typing');
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE - 1);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);

    expect(asked).toEqual(['record a1 purpose "Ab"']);
  });

  it('does not say saved while something typed waits or is under way', async () => {
    const { state } = await openStore();
    const saving = () => saveState(state().saving).kind;

    state().setValue(purpose, text('A'), 'typing');
    expect(saving()).toBe('saving');
    state().flushTyping();
    expect(saving()).toBe('saving');
    await state().saveCoding();

    expect(saving()).toBe('saved');
  });

  it('never lets a later answer overtake an earlier one', async () => {
    const first = later<ReturnType<typeof ok<ReturnType<typeof aCoding>>>>();
    const memory = codingsInMemory(aCoding());
    let calls = 0;
    const started: string[] = [];
    const { state, coding } = await openStore({
      ...memory.calls,
      recordAnswer: async (input) => {
        calls += 1;
        started.push(input.variable);
        if (calls === 1) await first.promise;
        return memory.calls.recordAnswer!(input);
      },
    });

    state().setValue(group, category('adults'));
    state().setValue(group, category('elderly'));
    state().toggleUnsure(purpose);
    await vi.advanceTimersByTimeAsync(50);
    expect(started).toEqual(['target_group']);
    first.resolve(ok(aCoding()));
    await state().saveCoding();

    expect(started).toEqual(['target_group', 'target_group', 'purpose']);
    expect(memory.read(agreementId(1)).answers.map(({ answer }) => answer.value)).toEqual([
      category('elderly'),
      null,
    ]);
    expect(coding().edits).toEqual({});
  });

  it('keeps showing the newest answer when the reply to an older one comes in', async () => {
    const held = later<null>();
    const memory = codingsInMemory(aCoding());
    let calls = 0;
    const { state, coding } = await openStore({
      recordAnswer: async (input) => {
        calls += 1;
        const reply = await memory.calls.recordAnswer!(input);
        if (calls === 2) await held.promise;
        return reply;
      },
    });

    state().setValue(group, category('adults'));
    state().setValue(group, category('elderly'));
    await vi.advanceTimersByTimeAsync(1);

    expect(answerIn(coding(), group).value).toEqual(category('elderly'));
    held.resolve(null);
    await state().saveCoding();
    expect(answerIn(coding(), group).value).toEqual(category('elderly'));
  });

  it('keeps what could not be saved, says why, and stays there until it is', async () => {
    let full = true;
    const memory = codingsInMemory(aCoding());
    const { state, coding } = await openStore({
      ...memory.calls,
      recordAnswer: async (input) =>
        full ? refused('disk-full') : memory.calls.recordAnswer!(input),
    });

    state().setValue(purpose, text('Long text'), 'typing');
    await state().openNextCoding(agreementId(1));

    expect(coding().view?.agreement).toBe('a1');
    expect(coding().edits['purpose']?.problem?.code).toBe('disk-full');
    expect(answerIn(coding(), purpose).value).toEqual(text('Long text'));
    full = false;
    state().retrySave(purpose);
    await state().openNextCoding(agreementId(1));
    expect(coding().view?.agreement).toBe('a2');
    expect(memory.read(agreementId(1)).answers[0]?.answer.value).toEqual(text('Long text'));
  });

  it('shows what was saved before when an edit is given up', async () => {
    const { state, coding } = await openStore({
      recordAnswer: async () => refused('disk-full'),
    });
    state().setValue(group, category('adults'));
    await state().saveCoding();

    state().discardEdit(group);

    expect(answerIn(coding(), group).value).toBeNull();
    expect(await state().saveCoding()).toBe(true);
  });

  it('records nothing when nothing changed, and nothing when all was taken away', async () => {
    const { state, asked } = await openStore();

    state().setValue(purpose, null);
    state().setNote(purpose, 'n');
    state().setNote(purpose, '');
    await state().saveCoding();

    expect(asked).toEqual(['record a1 purpose -', 'record a1 purpose nothing']);
  });

  it('lets a kind of missing and a value take each other’s place', async () => {
    const { state, coding } = await openStore();

    state().setValue(group, category('adults'));
    state().setMissing(group, 'illegible');
    expect(answerIn(coding(), group)).toMatchObject({ value: null, missing: 'illegible' });
    state().setValue(group, category('adults'));

    expect(answerIn(coding(), group)).toMatchObject({ value: category('adults'), missing: null });
  });
});

describe('leaving', () => {
  it('records what is being typed before the next agreement opens', async () => {
    const { state, coding, asked } = await openStore();

    state().setValue(purpose, text('Half a sen'), 'typing');
    await state().openNextCoding(agreementId(1));

    expect(asked).toEqual(['record a1 purpose "Half a sen"', 'next a1', 'open a2']);
    expect(coding().view?.agreement).toBe('a2');
    expect(answerIn(coding(), purpose).value).toBeNull();
  });

  it('keeps a date that cannot be read with its own agreement', async () => {
    const { state, coding } = await openStore();

    state().keepUnread(id('start'), 'nästa vår');
    await state().openNextCoding(agreementId(1));
    expect(unreadIn(coding(), id('start'))).toBeNull();
    await state().openCoding(agreementId(1));

    expect(unreadIn(coding(), id('start'))).toBe('nästa vår');
  });

  it('finds a date that cannot be read again when the window is opened anew', async () => {
    const { open } = settingsOnDisk();
    const before = await open();
    before().keepUnread(id('start'), 'nästa vår');
    before().keepUnread(id('end'), '2025-13');
    before().keepUnread(id('end'), null);
    before().flushTyping();
    const after = await open();

    expect(unreadIn(after().coding, id('start'))).toBe('nästa vår');
    expect(unreadIn(after().coding, id('end'))).toBeNull();
  });

  it('writes a date that cannot be read when the keys rest, and at once when one leaves', async () => {
    const { open, written } = settingsOnDisk();
    const state = await open();
    const before = written();
    for (const typed of ['n', 'nä', 'näs']) state().keepUnread(id('start'), typed);
    expect(written()).toBe(before);
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE);
    expect(written()).toBe(before + 1);
    state().keepUnread(id('start'), 'näst');
    await state().saveCoding();

    expect(written()).toBe(before + 2);
  });

  it('keeps a date typed before the settings were there, beside those that were remembered', async () => {
    const { open } = settingsOnDisk();
    const first = await open();
    first().keepUnread(id('start'), 'i våras');
    first().keepUnread(id('end'), '2025-13');
    first().flushTyping();
    const { state, arrive } = await open.withoutSettings();
    state().keepUnread(id('start'), 'nästa vår');
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE);
    arrive();
    await state().openCoding(agreementId(2));
    await state().openCoding(agreementId(1));
    const typed = unreadIn(state().coding, id('start'));
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE);
    const after = await open();

    expect(typed).toBe('nästa vår');
    expect(unreadIn(after().coding, id('start'))).toBe('nästa vår');
    expect(unreadIn(after().coding, id('end'))).toBe('2025-13');
  });

  it('forgets what could not be read of an agreement once it is handed in', async () => {
    const { open, remembered } = settingsOnDisk();
    const state = await open();
    state().keepUnread(id('start'), 'nästa vår');
    state().flushTyping();
    expect(remembered()).toContain('nästa vår');
    await state().openCoding(agreementId(2));
    state().keepUnread(id('start'), 'i höst');
    await state().submitCoding();
    await state().submitCoding();

    expect(remembered()).toContain('nästa vår');
    expect(remembered()).not.toContain('i höst');
  });

  it('opens only the agreement that was asked for last', async () => {
    const slow = later<null>();
    const memory = codingsInMemory(aCoding());
    const { state, coding } = await openStore({
      open: async ({ agreement }) => {
        if (agreement === agreementId(2)) await slow.promise;
        return memory.calls.open!({ agreement });
      },
    });

    const second = state().openCoding(agreementId(2));
    await state().openCoding(agreementId(3));
    slow.resolve(null);
    await second;

    expect(coding().view?.agreement).toBe('a3');
  });

  it('saves what was typed before another reviewer sits down', async () => {
    const { calls, asked } = codingsInMemory(aCoding());
    const choose = async () => {
      asked.push('choose');
      return ok(null);
    };
    const store = createAppStore(apiDouble({ codings: calls, reviewers: { choose } }));
    await store.getState().openCoding(agreementId(1));
    store.getState().setValue(purpose, text('Annas'), 'typing');

    await store.getState().chooseReviewer(null);

    expect(asked.slice(-2)).toEqual(['record a1 purpose "Annas"', 'choose']);
  });

  it('forgets the coding when another reviewer sits down', async () => {
    const { state, coding, store } = await openStore();
    store.setState({ reviewers: ready({ all: [], current: null }) });

    state().codingsChanged({ topic: 'reviewers', agreement: null, command: null });

    expect(coding()).toMatchObject({ state: 'idle', view: null });
  });
});

describe('submitting', () => {
  it('tells the gaps first and goes through the second time', async () => {
    const { state, coding, asked } = await openStore();

    await state().submitCoding();
    expect(coding().gapsTold).toHaveLength(7);
    expect(coding().active).toBe('public_actors');
    expect(asked).toEqual([]);
    await state().submitCoding();

    expect(asked).toEqual(['submit a1', 'next a1', 'open a2']);
  });

  it('tells the gaps anew after something was changed', async () => {
    const { state, coding, asked } = await openStore();

    await state().submitCoding();
    state().setMissing(group, 'not_stated');
    await state().submitCoding();

    expect(coding().gapsTold).toHaveLength(6);
    expect(asked.filter((call) => call.startsWith('submit'))).toEqual([]);
  });

  it('counts a date that cannot be read as a gap', async () => {
    const { state, coding } = await openStore();

    state().keepUnread(id('terminated'), 'i fjol');
    await state().submitCoding();

    expect(coding().gapsTold).toContain('terminated');
  });

  it('hands in what was typed last', async () => {
    const { state, asked } = await openStore();
    await state().submitCoding();
    state().setValue(purpose, text('At the last moment'), 'typing');
    await state().submitCoding();
    await state().submitCoding();

    expect(asked.slice(0, 2)).toEqual(['record a1 purpose "At the last moment"', 'submit a1']);
  });

  it('takes no answers while the next one opens', async () => {
    const slow = later<null>();
    const memory = codingsInMemory(aCoding());
    const { state, coding } = await openStore({
      ...memory.calls,
      next: async (input) => {
        await slow.promise;
        return memory.calls.next!(input);
      },
    });

    await state().submitCoding();
    const submitting = state().submitCoding();
    await vi.advanceTimersByTimeAsync(1);
    state().setValue(group, category('adults'));
    slow.resolve(null);
    await submitting;

    expect(memory.asked.filter((call) => call.startsWith('record'))).toEqual([]);
    expect(coding().view?.agreement).toBe('a2');
  });

  it('asks for the next one in the same breath as it hands in', async () => {
    const slow = later<null>();
    const memory = codingsInMemory(aCoding());
    const { state, coding } = await openStore({
      ...memory.calls,
      submit: async (input) => {
        const reply = await memory.calls.submit!(input);
        await slow.promise;
        return reply;
      },
    });
    await state().peekNextDocument(agreementId(1));
    await state().submitCoding();
    memory.asked.length = 0;

    const submitting = state().submitCoding();
    await vi.advanceTimersByTimeAsync(1);
    const asked = [...memory.asked];
    const during = coding().view?.agreement;
    slow.resolve(null);
    await submitting;

    expect(asked).toEqual(['submit a1', 'open a2', 'next a1']);
    expect([during, coding().view?.agreement]).toEqual(['a1', 'a2']);
    expect(memory.asked).toEqual(asked);
  });

  it('stays where it is when handing in is refused', async () => {
    const { state, coding } = await openStore({ submit: async () => refused('disk-full') });
    await state().peekNextDocument(agreementId(1));
    await state().submitCoding();

    await state().submitCoding();

    expect(coding()).toMatchObject({ state: 'ready', stepProblem: { code: 'disk-full' } });
    expect(coding().view?.agreement).toBe('a1');
  });

  it('opens the one that was seen when looking ahead, once', async () => {
    const { state, coding, asked } = await openStore();
    await state().peekNextDocument(agreementId(1));
    asked.length = 0;

    await state().openNextCoding(agreementId(1));

    expect(asked.toSorted()).toEqual(['next a1', 'open a2']);
    expect(coding().view?.agreement).toBe('a2');
  });

  it('opens what main says is next, whatever was seen when looking ahead', async () => {
    const memory = codingsInMemory(aCoding());
    const answers = [agreementId(2), agreementId(3)];
    const { state, coding } = await openStore({
      ...memory.calls,
      next: async () => ok({ agreement: answers.shift() ?? agreementId(3) }),
    });
    await state().peekNextDocument(agreementId(1));

    await state().openNextCoding(agreementId(1));

    expect(coding().view?.agreement).toBe('a3');
  });

  it('says when nothing is left to code', async () => {
    const { state, coding } = await openStore({}, aCoding({ agreement: agreementId(3) }));

    await state().submitCoding();
    await state().submitCoding();

    expect(coding().state).toBe('none-left');
  });

  it('changes nothing of a coding that was handed in', async () => {
    const { state, asked, coding } = await openStore({}, aCoding({ state: 'submitted' }));

    state().setValue(group, category('adults'));
    await state().submitCoding();

    expect(asked).toEqual([]);
    expect(coding().edits).toEqual({});
  });
});

describe('evidence', () => {
  it('is attached to the variable, which becomes the active one', async () => {
    const { state, coding, asked } = await openStore();
    state().selectPassage(aPassage('Solna stad'));

    const evidence = await state().attachEvidence(id('public_actors'));

    expect(asked).toEqual(['attach a1 public_actors Solna stad']);
    expect(coding()).toMatchObject({
      active: 'public_actors',
      selection: null,
      shown: evidence?.id,
    });
  });

  it('keeps the selection when it could not be attached', async () => {
    const { state, coding } = await openStore({ attachEvidence: async () => refused('disk-full') });
    state().selectPassage(aPassage('Solna stad'));

    expect(await state().attachEvidence(purpose)).toBeNull();

    expect(coding().selection?.quote).toBe('Solna stad');
    expect(coding().stepProblem?.code).toBe('disk-full');
  });

  it('is walked through in the order of the form, stopping at the ends', async () => {
    const { state } = await openStore();
    for (const [variable, quote] of [
      ['purpose', 'x'],
      ['public_actors', 'y'],
      ['purpose', 'z'],
    ] as const) {
      state().selectPassage(aPassage(quote));
      await state().attachEvidence(id(variable));
    }
    state().activateVariable(group);
    const walked = [state().walkEvidence(-1), state().walkEvidence(-1), state().walkEvidence(-1)];

    expect(new Set(walked).size).toBe(2);
    expect(state().coding.active).toBe('public_actors');
    expect(state().walkEvidence(1)).toBe(walked[0]);
    expect(state().coding.active).toBe('purpose');
  });

  it('comes after what was typed before it', async () => {
    const { state, asked } = await openStore();
    state().setValue(purpose, text('Typed'), 'typing');
    state().selectPassage(aPassage('q'));

    await state().attachEvidence(purpose);

    expect(asked).toEqual(['record a1 purpose "Typed"', 'attach a1 purpose q']);
  });
});

it('undoes what was just typed, not what came before it', async () => {
  const { state, asked } = await openStore();
  state().setValue(purpose, text('Typed'), 'typing');

  await state().undoCoding();

  expect(asked).toEqual(['record a1 purpose "Typed"', 'undo a1']);
});
