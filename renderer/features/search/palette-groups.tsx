import { CornerDownRight, FileText, Highlighter, ListChecks } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { variableOf } from '../../../shared/domain/codebook';
import { foldWord, withoutSwedishLetters } from '../../../shared/domain/search-text';
import { useFormat, useLanguage } from '../../i18n/format';
import { useStore } from '../../store';
import { navigationFromTop } from '../shell/navigation-items';
import { Excerpt } from './Excerpt';
import styles from './Search.module.css';

/** Something in the palette that can be chosen. */
export interface PaletteItem {
  readonly id: string;
  readonly icon: ReactNode;
  readonly content: ReactNode;
  run(): void;
}

export interface PaletteGroup {
  readonly id: string;
  readonly label: string;
  /** How much there is of it in all. */
  readonly count: string;
  readonly items: readonly PaletteItem[];
}

/** What the palette lists now, kind by kind, in the order in which the arrow keys go through it. */
export function usePaletteGroups(): readonly PaletteGroup[] {
  const groups = [useAgreements(), usePassages(), useAnswers(), useOtherWays(), useCommands()];
  return groups.filter(({ items }) => items.length > 0);
}

function useAgreements(): PaletteGroup {
  const { t } = useTranslation('search');
  const format = useFormat();
  const found = useStore(({ search }) => search.found?.agreements);
  const open = useStore((store) => store.openFoundAgreement);
  return {
    id: 'agreements',
    label: t('group.agreements'),
    count: format.number(found?.total ?? 0),
    items: (found?.rows ?? []).map((row) => ({
      id: `agreement-${row.id}`,
      icon: <FileText aria-hidden />,
      content: (
        <Head number={row.number} name={row.fileName} place={t(`agreements:stage.${row.stage}`)} />
      ),
      run: () => open(row.id),
    })),
  };
}

function usePassages(): PaletteGroup {
  const { t } = useTranslation('search');
  const format = useFormat();
  const found = useStore(({ search }) => search.found?.passages);
  const text = useStore(({ search }) => search.text);
  const open = useStore((store) => store.openPassage);
  const showAll = useStore((store) => store.showAllHits);
  const hits = (found?.hits ?? []).map((hit): PaletteItem => ({
    id: `passage-${hit.document}`,
    icon: <Highlighter aria-hidden />,
    content: (
      <>
        <Head
          number={hit.number}
          name={hit.fileName}
          place={
            t('page', { page: format.number(hit.page), of: format.number(hit.pageCount) }) +
            (hit.furtherPages === 0
              ? ''
              : ` · ${t('further', { count: hit.furtherPages, shown: format.number(hit.furtherPages) })}`)
          }
        />
        <Excerpt parts={hit.excerpt} />
      </>
    ),
    run: () => open(hit),
  }));
  const pages = found?.pages ?? 0;
  const shownPages = format.number(pages);
  const all: PaletteItem = {
    id: 'all-passages',
    icon: <CornerDownRight aria-hidden />,
    content: (
      <span>{t(found?.isMore === true ? 'showFirst' : 'showAll', { shown: shownPages })}</span>
    ),
    run: () => void showAll(text),
  };
  return {
    id: 'passages',
    label: t('group.passages'),
    count:
      found == null || pages === 0
        ? ''
        : t(found.isMore ? 'countMore' : 'count', {
            pages: t('pages', { count: pages, shown: shownPages }),
            documents: t('documents', {
              count: found.documents,
              shown: format.number(found.documents),
            }),
            shown: shownPages,
          }),
    items: pages > 1 ? [...hits, all] : hits,
  };
}

function useAnswers(): PaletteGroup {
  const { t } = useTranslation('search');
  const format = useFormat();
  const language = useLanguage();
  const found = useStore(({ search }) => search.found?.answers);
  const codebook = useStore((store) => store.codebook.value);
  const open = useStore((store) => store.openAnswer);
  const hits = found?.hits ?? [];
  return {
    id: 'answers',
    label: t('group.answers'),
    count:
      found?.isMore === true
        ? t('moreThan', { shown: format.number(found.total) })
        : format.number(found?.total ?? 0),
    items: hits.slice(0, 4).map((hit) => {
      const variable = codebook === null ? undefined : variableOf(codebook, hit.variable);
      return {
        id: `answer-${hit.agreement}-${hit.variable}-${hit.source}`,
        icon: <ListChecks aria-hidden />,
        content: (
          <>
            <Head number={hit.number} name={hit.fileName} place={t(`source.${hit.source}`)} />
            <span className={styles.answer}>
              <span className={styles.variable}>{variable?.label[language] ?? hit.variable}</span>{' '}
              <Excerpt parts={hit.excerpt} />
            </span>
          </>
        ),
        run: () => void open(hit),
      };
    }),
  };
}

/** When nothing was found: what else may be typed that finds something. */
function useOtherWays(): PaletteGroup {
  const { t } = useTranslation('search');
  const state = useStore(({ search }) => search.state);
  const ways = useStore(({ search }) => search.found?.ways);
  const type = useStore((store) => store.typeSearch);
  return {
    id: 'other',
    label: t('group.other'),
    count: '',
    items: (state === 'ready' ? (ways ?? []) : []).map(({ kind, text }) => ({
      id: `other-${kind}-${text}`,
      icon: <CornerDownRight aria-hidden />,
      content: (
        <span>
          {t(`other.${kind}`)} <strong>{text}</strong>
        </span>
      ),
      run: () => type(text),
    })),
  };
}

/** Screens, and what else can be done from anywhere. */
function useCommands(): PaletteGroup {
  const { t } = useTranslation('search');
  const text = useStore(({ search }) => search.text);
  const goTo = useStore((store) => store.goTo);
  const openDialog = useStore((store) => store.openDialog);
  const choose = useStore((store) => store.chooseDocuments);
  const close = useStore((store) => store.closeSearch);
  const isReadOnly = useStore((store) => store.project.value?.readOnly != null);
  const commands: readonly (readonly [id: string, label: string, run: () => void])[] = [
    ...navigationFromTop.map(
      ({ screen, label }) => [screen, t(label), () => goTo(screen)] as const,
    ),
    ...(isReadOnly
      ? []
      : ([
          ['add-files', t('agreements:add.files'), () => void choose('files')],
          ['add-folder', t('agreements:add.folder'), () => void choose('folder')],
        ] as const)),
    ['settings', t('common:settings.title'), () => openDialog('settings')],
    ['keys', t('common:keys.title'), () => openDialog('keys')],
  ];
  const sought = wordsOf(text);
  const shown = commands.filter(([, label]) => {
    const words = wordsOf(label);
    return sought.every((word) => words.some((each) => each.startsWith(word)));
  });
  return {
    id: 'commands',
    label: t('group.commands'),
    count: '',
    items: shown.map(([id, label, run]) => ({
      id: `command-${id}`,
      icon: <CornerDownRight aria-hidden />,
      content: <span>{label}</span>,
      run: () => {
        close();
        run();
      },
    })),
  };
}

const wordsOf = (text: string): string[] =>
  text.split(/\s+/).flatMap((word) => {
    const folded = withoutSwedishLetters(foldWord(word));
    return folded === '' ? [] : [folded];
  });

function Head({ number, name, place }: { number: number; name: string; place: string }) {
  return (
    <span className={styles.head}>
      <span className={styles.number}>{String(number).padStart(4, '0')}</span>
      <span className={styles.name} title={name}>
        {name}
      </span>
      <span className={styles.place}>{place}</span>
    </span>
  );
}
