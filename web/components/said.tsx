import { useEffect, useRef, useState } from 'preact/hooks';
import { Notice } from './notice.tsx';

/** What was done last on a page, counted so that the same words twice are two things. */
export interface Last {
  said: string;
  count: number;
}

export function useSaid(): [last: Last, say: (said: string) => void] {
  const [last, setLast] = useState<Last>({ said: '', count: 0 });
  return [last, (said) => setLast(({ count }) => ({ said, count: count + 1 }))];
}

/** Shows it, once there is something; the focus goes there, for the button that did it may be gone. */
export function Said({ said, count }: Last) {
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => box.current?.focus(), [count]);
  if (count === 0) return null;
  return (
    <Notice tone="good" live>
      <p ref={box} tabIndex={-1}>
        {said}
      </p>
    </Notice>
  );
}
