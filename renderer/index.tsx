import './no-eval';

import { createRoot } from 'react-dom/client';

import { App } from './App';
import { connectHost } from './bridge';
import { createTexts } from './i18n';
import { keepAltForKeys } from './keyboard/alt-release';
import { createCommands } from './keyboard/commands';
import { createAppStore, tellChange } from './store';
import { languageOf } from './store/settings-slice';
import './ui/tokens.css';
import './ui/base.css';

async function start(root: HTMLElement): Promise<void> {
  const host = connectHost();
  keepAltForKeys(window);
  const store = createAppStore(host.api);
  const commands = createCommands();
  host.onChanged((event) => {
    if (event.command !== null) commands.run(event.command);
    else tellChange(store, event);
  });

  // The language and the theme come first, so that nothing is shown in the wrong one.
  await store.getState().loadSettings();
  const texts = createTexts(languageOf(store.getState()));
  createRoot(root).render(
    <App store={store} texts={texts} commands={commands} pathForFile={host.pathForFile} />,
  );
  await store.getState().resume();
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
void start(root);
