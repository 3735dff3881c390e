import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';

import { createTexts } from '../../../renderer/i18n';
import { type AppStore, StoreProvider } from '../../../renderer/store';

declare global {
  // React asks for this before it lets tests act.
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

let root: Root | null = null;

/** Shows a part of the window in Swedish, with its store; `forget` takes it away. */
export async function show(store: AppStore, part: ReactNode): Promise<void> {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  const place = document.createElement('div');
  document.body.append(place);
  await act(async () => {
    root = createRoot(place);
    root.render(
      <I18nextProvider i18n={createTexts('sv')}>
        <StoreProvider value={store}>
          <I18nProvider locale="sv-SE">{part}</I18nProvider>
        </StoreProvider>
      </I18nextProvider>,
    );
  });
}

export function forget(): void {
  act(() => root?.unmount());
  root = null;
  document.body.innerHTML = '';
}

/** The one element that the selector finds. */
export function one<T extends Element = HTMLElement>(selector: string): T {
  const found = document.querySelectorAll<T>(selector);
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw new Error(`${found.length} elements are ${selector}`);
  }
  return first;
}

/** The button with those words on it or as its name. */
export function button(name: RegExp): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('button')].filter((each) =>
    name.test(each.getAttribute('aria-label') ?? each.textContent ?? ''),
  );
  const [first] = found;
  if (first === undefined) throw new Error(`No button is called ${name}`);
  return first;
}

export async function press(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.click();
    await Promise.resolve();
  });
}

/** Types over what stands in a field, as one change. */
export async function type(field: HTMLInputElement | HTMLTextAreaElement, text: string) {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  const setValue = Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set;
  await act(async () => {
    field.focus();
    setValue?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve();
  });
}

export async function leave(field: HTMLElement): Promise<void> {
  await act(async () => {
    field.blur();
    await Promise.resolve();
  });
}

/** A key pressed where the focus is; true when somebody used it up. */
export async function key(name: string, parts: KeyboardEventInit = {}): Promise<boolean> {
  const code = /^\d$/.test(name) ? `Digit${name}` : '';
  const event = new KeyboardEvent('keydown', {
    key: name,
    code,
    bubbles: true,
    cancelable: true,
    ...parts,
  });
  await act(async () => {
    (document.activeElement ?? document.body).dispatchEvent(event);
    await Promise.resolve();
  });
  return event.defaultPrevented;
}
