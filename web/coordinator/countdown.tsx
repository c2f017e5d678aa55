import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { useT } from '../i18n/use-lang.tsx';

/** Counts down to something that cannot be taken back; the focus is on the button that stops it. */
export function Countdown(props: { seconds: number; onEnd: () => void; onStop: () => void }) {
  const t = useT('coordinator');
  const [left, setLeft] = useState(props.seconds);
  const latest = useRef(props.onEnd);
  latest.current = props.onEnd;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The dialog that asked is still closing, and gives the focus back to a button that is gone.
    const timer = setTimeout(() => box.current?.querySelector('button')?.focus(), 0);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (left === 0) {
      latest.current();
      return undefined;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <div ref={box}>
      <Notice tone="warn" title={t('publish.counting')} live>
        <p role="timer" class="countdown">
          {t('publish.seconds', { count: left })}
        </p>
        <Button kind="danger" onClick={props.onStop}>
          {t('publish.stop')}
        </Button>
      </Notice>
    </div>
  );
}
