import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

import type { Language } from '../../shared/domain/codebook';

/** `<namespace>.<language>.json` beside this file; every namespace in both languages. */
const files = import.meta.glob<Texts>('./*.json', {
  eager: true,
  import: 'default',
});

type Texts = { readonly [key: string]: string | Texts };
type Resources = Record<Language, Record<string, Texts>>;

/** All texts by language and namespace, as the files hold them. */
function readResources(): Resources {
  const resources: Resources = { sv: {}, en: {} };
  for (const [path, texts] of Object.entries(files)) {
    const name = /^\.\/([a-z]+)\.(sv|en)\.json$/.exec(path);
    if (name?.[1] === undefined) throw new Error(`Not a language file: ${path}`);
    resources[name[2] as Language][name[1]] = texts;
  }
  return resources;
}

/** The window's texts in the given language; `changeLanguage` on what it returns changes them in place. */
export function createTexts(language: Language): i18n {
  const resources = readResources();
  const texts = i18next.createInstance();
  void texts.use(initReactI18next).init({
    lng: language,
    // A text that lacks one language is a fault that a test finds; the other language is better than a key.
    fallbackLng: language === 'sv' ? 'en' : 'sv',
    resources,
    ns: Object.keys(resources.sv),
    defaultNS: 'common',
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  return texts;
}
