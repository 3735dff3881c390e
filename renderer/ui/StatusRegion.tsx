import { X } from 'lucide-react';
import { useEffect } from 'react';

import { classNames } from './class-names';
import { IconButton } from './IconButton';
import styles from './StatusRegion.module.css';

interface StatusMessage {
  readonly id: number;
  readonly tone: 'plain' | 'good' | 'bad';
  readonly text: string;
}

interface StatusRegionProps {
  label: string;
  closeLabel: string;
  messages: readonly StatusMessage[];
  onClose: (id: number) => void;
}

const SECONDS_SHOWN = 6;

/** Short messages at the window's lower edge, read aloud; good ones leave by themselves, bad ones stay. */
export function StatusRegion({ label, closeLabel, messages, onClose }: StatusRegionProps) {
  return (
    <div role="log" aria-live="polite" aria-label={label} className={styles.region}>
      {messages.map((message) => (
        <Message key={message.id} message={message} closeLabel={closeLabel} onClose={onClose} />
      ))}
    </div>
  );
}

function Message({
  message,
  closeLabel,
  onClose,
}: { message: StatusMessage } & Pick<StatusRegionProps, 'closeLabel' | 'onClose'>) {
  const { id, tone, text } = message;
  useEffect(() => {
    if (tone === 'bad') return undefined;
    const timer = setTimeout(() => onClose(id), SECONDS_SHOWN * 1000);
    return () => clearTimeout(timer);
  }, [id, tone, onClose]);
  return (
    <div className={classNames(styles.message, styles[tone])}>
      <span className={styles.text}>{text}</span>
      <IconButton label={closeLabel} icon={<X />} onPress={() => onClose(id)} />
    </div>
  );
}
