import type { i18n } from 'i18next';
import { useEffect, useSyncExternalStore } from 'react';

import { useStore } from '../../store';
import { languageOf } from '../../store/settings-slice';

const dark = '(prefers-color-scheme: dark)';

const subscribe = (listener: () => void): (() => void) => {
  const query = window.matchMedia(dark);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** The theme that is shown now: the setting's, or the system's. */
export function useTheme(): 'light' | 'dark' {
  const isSystemDark = useSyncExternalStore(subscribe, () => window.matchMedia(dark).matches);
  const wish = useStore((store) => store.settings.value?.theme ?? 'system');
  if (wish !== 'system') return wish;
  return isSystemDark ? 'dark' : 'light';
}

/** Keeps the page in the chosen language and theme. */
export function useAppearance(texts: i18n): void {
  const theme = useTheme();
  const language = useStore(languageOf);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    document.documentElement.lang = language;
    void texts.changeLanguage(language);
  }, [language, texts]);
}
