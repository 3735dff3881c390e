import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Codebook } from '../../../shared/domain/codebook';
import type { Evidence } from '../../../shared/domain/evidence';
import { inReadingOrder, stepThrough } from '../../../shared/domain/evidence-order';
import type { EvidenceId } from '../../../shared/domain/ids';
import type { DisagreementRow, DisagreementView } from '../../../shared/domain/views';
import { useAppStore, useStore } from '../../store';
import { Panes } from '../../ui/Panes';
import { AgreementDocument } from '../coding/AgreementDocument';
import { focusVariable, revealVariable } from '../coding/focus';
import { useArrival } from '../coding/use-arrival';
import { useAgreementDocument } from '../coding/use-agreement-document';
import { Queue } from './Queue';
import { Settling } from './Settling';
import { useSettlingMarks } from './settling-marks';
import { useSettlingHelp, useSettlingKeys } from './use-settling-keys';

interface DisagreementsWorkspaceProps {
  rows: readonly DisagreementRow[];
  view: DisagreementView;
  codebook: Codebook;
}

/** The queue, the document and the readings side by side. */
export function DisagreementsWorkspace({ rows, view, codebook }: DisagreementsWorkspaceProps) {
  const { t } = useTranslation('disagreements');
  const store = useAppStore();
  const active = useStore(({ disagreements }) => disagreements.active);
  const shares = useStore(({ settings }) => settings.value?.panes['disagreements']);
  const [shown, setShown] = useState<EvidenceId | null>(null);
  const marks = useSettlingMarks(view, codebook, active);
  const { documents: ownDocuments, elsewhere } = view;
  // Those that were moved away can still be read: evidence points into them.
  const documents = useMemo(() => [...ownDocuments, ...elsewhere], [ownDocuments, elsewhere]);
  const document = useAgreementDocument('disagreements', view.agreement, documents);
  useSettlingHelp();
  useArrival(view.agreement, ({ disagreements }) => disagreements.active);

  const show = (id: EvidenceId): void => {
    const found = ownersOf(view).find(({ evidence }) => evidence.id === id);
    if (found === undefined) return;
    setShown(id);
    store.getState().activateDisagreement(found.variable);
    document.showPassage(id, found.evidence.passage);
  };
  const walk = (step: 1 | -1): void => {
    // All that is marked, in the order of reading: what is open, and the variable that one is at.
    const marked = new Set(marks.map(({ id }) => id));
    const all = inReadingOrder(
      ownersOf(view)
        .map(({ evidence }) => evidence)
        .filter(({ id }) => marked.has(id)),
      documents.map(({ id }) => id),
    );
    const next = stepThrough(all, shown, step);
    if (next !== undefined) show(next.id);
  };
  const onDocumentKey = useSettlingKeys({ view, codebook, onFind: document.find, onWalk: walk });

  useEffect(() => {
    const keep = (): void => store.getState().keepDrafts();
    window.addEventListener('beforeunload', keep);
    return () => {
      window.removeEventListener('beforeunload', keep);
      keep();
    };
  }, [store]);

  // The variable that is to be settled next has the keys, unless they are in a field or in the document.
  useEffect(() => {
    const focused = window.document.activeElement;
    const isTyping = focused?.matches('input:not([type=radio]), textarea') ?? false;
    const isReading = focused instanceof HTMLIFrameElement;
    if (active !== null && !isTyping && !isReading) focusVariable(active);
    // Only when another one is opened or the one before is settled, not when it is clicked.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [view.agreement, view.variables]);

  return (
    <Panes
      id="disagreements"
      separatorLabel={t('panes')}
      shares={shares}
      onShares={(next) => store.getState().rememberPanes('disagreements', next)}
      panes={[
        {
          id: 'queue',
          share: 23,
          min: 160,
          content: <Queue codebook={codebook} rows={rows} current={view.agreement} />,
        },
        {
          id: 'document',
          share: 36,
          min: 180,
          content: (
            <AgreementDocument
              shown={document}
              documents={documents}
              marks={marks}
              onMarkClicked={(id) => {
                show(id);
                const now = store.getState().disagreements.active;
                if (now !== null) revealVariable(now);
              }}
              onKey={onDocumentKey}
            />
          ),
        },
        {
          id: 'readings',
          share: 41,
          min: 320,
          content: <Settling view={view} codebook={codebook} shown={shown} onShow={show} />,
        },
      ]}
    />
  );
}

/** Every piece of evidence with its variable, variable by variable, reader by reader. */
function ownersOf(view: DisagreementView) {
  return view.variables.flatMap(({ variable }) =>
    view.codings.flatMap(({ answers }) =>
      answers
        .filter((each) => each.variable === variable)
        .flatMap(({ evidence }) =>
          evidence.map((each: Evidence) => ({ variable, evidence: each })),
        ),
    ),
  );
}
