import { useTranslation } from 'react-i18next';

import { useStore } from '../../store';
import { Dialog } from '../../ui/Dialog';
import { ChooseReviewer } from './ChooseReviewer';

/** "Vem kodar?": choose oneself or add oneself; whoever came to add someone can type at once. */
export function WhoDialog({ isAdding }: { isAdding: boolean }) {
  const { t } = useTranslation();
  const close = useStore((store) => store.closeDialog);
  return (
    <Dialog title={t('reviewers:who')} closeLabel={t('common:close')} onClose={close} size="small">
      <ChooseReviewer onChosen={close} focus={isAdding ? 'name' : 'list'} />
    </Dialog>
  );
}
