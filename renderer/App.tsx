import type { i18n } from 'i18next';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';

import { CrashBoundary } from './features/window/CrashBoundary';
import { PathForFileProvider } from './features/window/path-for-file';
import { useAppearance } from './features/window/use-appearance';
import { Window } from './features/window/Window';
import { type Commands, CommandsProvider } from './keyboard/commands';
import { createShortcuts, ShortcutsProvider } from './keyboard/shortcuts';
import { type AppStore, StoreProvider, useStore } from './store';
import { languageOf } from './store/settings-slice';

interface AppProps {
  store: AppStore;
  texts: i18n;
  commands: Commands;
  pathForFile: (file: File) => string;
}

/** The whole window. What it needs of the world comes in, so that a test brings its own. */
export function App({ store, texts, commands, pathForFile }: AppProps) {
  const [shortcuts] = useState(createShortcuts);
  return (
    <I18nextProvider i18n={texts}>
      <StoreProvider value={store}>
        <CommandsProvider commands={commands}>
          <ShortcutsProvider shortcuts={shortcuts}>
            <PathForFileProvider value={pathForFile}>
              <Localised texts={texts} />
            </PathForFileProvider>
          </ShortcutsProvider>
        </CommandsProvider>
      </StoreProvider>
    </I18nextProvider>
  );
}

function Localised({ texts }: { texts: i18n }) {
  const language = useStore(languageOf);
  useAppearance(texts);
  return (
    <I18nProvider locale={language === 'sv' ? 'sv-SE' : 'en-GB'}>
      <CrashBoundary>
        <Window />
      </CrashBoundary>
    </I18nProvider>
  );
}
