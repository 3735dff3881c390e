import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../i18n/error-text';
import { useStore } from '../../store';
import { ErrorNote } from '../../ui/ErrorNote';
import { SegmentedControl } from '../../ui/SegmentedControl';

/** Whether reviewers of the open project are shown what the text proposes, and why they are not. */
export function ProposalSetting() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const rule = useStore((store) => store.proposals.rule);
  const load = useStore((store) => store.loadProposalRule);
  const allow = useStore((store) => store.allowProposals);
  const isReadOnly = useStore((store) => store.project.value?.readOnly != null);
  const hasReviewer = useStore((store) => store.reviewers.value?.current != null);
  useEffect(() => void load(), [load]);

  const { value, problem } = rule;
  return (
    <div>
      {value !== null && value.inSample && !isReadOnly && hasReviewer && (
        <SegmentedControl
          label={t('common:settings.proposals')}
          value={value.allowedInSample ? 'on' : 'off'}
          onChange={(id) => void allow(id === 'on')}
          options={[
            { id: 'off', label: t('common:settings.proposalsOff') },
            { id: 'on', label: t('common:settings.proposalsOn') },
          ]}
          help={t(
            value.allowedInSample
              ? 'common:settings.proposalsOnHelp'
              : 'common:settings.proposalsOffHelp',
          )}
        />
      )}
      {problem && <ErrorNote>{errorText(problem)}</ErrorNote>}
    </div>
  );
}
