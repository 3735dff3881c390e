import {
  ArrowDown,
  ArrowUp,
  Download,
  EllipsisVertical,
  ExternalLink,
  FolderInput,
  Scissors,
  Undo2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { DocumentId } from '../../../shared/domain/ids';
import type { DocumentView } from '../../../shared/domain/views';
import { useAppStore } from '../../store';
import type { AgreementDocuments } from '../../store/placing-slice';
import { IconButton } from '../../ui/IconButton';
import { Menu, type MenuEntry } from '../../ui/Menu';
import { fourDigits } from './four-digits';

interface DocumentMenuProps {
  document: DocumentView;
  shown: AgreementDocuments;
  isReadOnly: boolean;
  /** Lets a document stand at a place among the others, from 0. */
  onPlace: (document: DocumentId, at: number) => void;
  onMove: () => void;
}

/** What can be done with one document of an agreement. */
export function DocumentMenu(props: DocumentMenuProps) {
  const { document, isReadOnly } = props;
  const { t } = useTranslation('documents');
  const fileEntries = useFileEntries(props);
  const placeEntries = usePlaceEntries(props);
  return (
    <Menu
      label={t('menu', { name: document.fileName })}
      trigger={
        <IconButton
          label={t('menu', { name: document.fileName })}
          icon={<EllipsisVertical aria-hidden />}
        />
      }
      groups={isReadOnly ? [fileEntries] : [fileEntries, placeEntries]}
    />
  );
}

function useFileEntries({ document }: DocumentMenuProps): MenuEntry[] {
  const { t } = useTranslation('documents');
  const store = useAppStore();
  const save = async (): Promise<void> => {
    const path = await store.getState().saveOriginal(document.id);
    if (path !== null) store.getState().announce(t('said.saved', { path }), 'good');
  };
  return [
    {
      id: 'open',
      label: t('open'),
      icon: <ExternalLink aria-hidden />,
      run: () => void store.getState().openOriginal(document.id),
    },
    { id: 'save', label: t('save'), icon: <Download aria-hidden />, run: () => void save() },
  ];
}

function usePlaceEntries({ document, shown, onPlace, onMove }: DocumentMenuProps): MenuEntry[] {
  const { t } = useTranslation('documents');
  const store = useAppStore();
  const { documents, placedBefore } = shown;
  const at = documents.findIndex(({ id }) => id === document.id);
  const before = placedBefore.find((each) => each.document === document.id);
  const splitOff = async (): Promise<void> => {
    const number = await store.getState().splitOff(document.id);
    if (number === null) return;
    const said = { name: document.fileName, number: fourDigits(number) };
    store.getState().announce(t('said.moved', said), 'good');
  };
  const entries: readonly (readonly [isThere: boolean, entry: MenuEntry])[] = [
    [
      documents.length > 1,
      {
        id: 'up',
        label: t('up'),
        icon: <ArrowUp aria-hidden />,
        isDisabled: at === 0,
        run: () => onPlace(document.id, at - 1),
      },
    ],
    [
      documents.length > 1,
      {
        id: 'down',
        label: t('down'),
        icon: <ArrowDown aria-hidden />,
        isDisabled: at === documents.length - 1,
        run: () => onPlace(document.id, at + 1),
      },
    ],
    [
      true,
      {
        id: 'move',
        label: t('moveTo'),
        icon: <FolderInput aria-hidden />,
        run: onMove,
      },
    ],
    [
      documents.length > 1,
      {
        id: 'split',
        label: t('split'),
        icon: <Scissors aria-hidden />,
        run: () => void splitOff(),
      },
    ],
    [
      before !== undefined,
      {
        id: 'back',
        label:
          before?.number === shown.row.number
            ? t('backHere')
            : t('back', { number: fourDigits(before?.number ?? null) }),
        icon: <Undo2 aria-hidden />,
        run: () => void store.getState().placeBack(document.id),
      },
    ],
  ];
  return entries.flatMap(([isThere, entry]) => (isThere ? [entry] : []));
}
