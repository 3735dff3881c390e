import { Fragment, type ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';

import styles from './Panes.module.css';

interface Pane {
  readonly id: string;
  /** Share of the width in percent, until someone drags. */
  readonly share: number;
  /** Never narrower than this many pixels. */
  readonly min?: number;
  readonly content: ReactNode;
}

interface PanesProps {
  /** Name of this group of panes among all. */
  id: string;
  panes: readonly Pane[];
  /** Shares as they were left, in the panes' order. */
  shares: readonly number[] | undefined;
  onShares: (shares: readonly number[]) => void;
  /** Name of the line between two panes: "Bredd på dokument och formulär". */
  separatorLabel: string;
}

/** Panes side by side, with lines between them that can be dragged or moved by the arrow keys. */
export function Panes({ id, panes, shares, onShares, separatorLabel }: PanesProps) {
  const isKept = shares !== undefined && shares.length === panes.length;
  const layout = Object.fromEntries(
    panes.map((pane, at) => [pane.id, (isKept ? shares[at] : undefined) ?? pane.share]),
  );
  return (
    <Group
      id={id}
      orientation="horizontal"
      className={styles.group}
      defaultLayout={layout}
      onLayoutChanged={(next, { isUserInteraction }) => {
        if (isUserInteraction) onShares(panes.map((pane) => next[pane.id] ?? pane.share));
      }}
    >
      {panes.map((pane, at) => (
        <Fragment key={pane.id}>
          {at > 0 && <Separator className={styles.line} aria-label={separatorLabel} />}
          <Panel id={pane.id} minSize={pane.min ?? 240} className={styles.pane}>
            {pane.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}
