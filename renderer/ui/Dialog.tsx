import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import { classNames } from './class-names';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton';

interface DialogProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  size?: 'small' | 'normal' | 'wide';
  /** Buttons, the one next step last. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A question in the middle of the window; Escape and a press beside it close it. Mounted = open. */
export function Dialog({
  title,
  closeLabel,
  onClose,
  size = 'normal',
  footer,
  children,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className={styles.veil ?? ''}
    >
      <Modal className={classNames(styles.modal, styles[size])}>
        <AriaDialog className={styles.dialog ?? ''}>
          <header className={styles.head}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
            <IconButton label={closeLabel} icon={<X />} onPress={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {footer && <footer className={styles.foot}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
