import { useState } from 'preact/hooks';
import { Done } from './done.tsx';

/** What was done last on a page, counted so that the same words twice are two things. */
export interface Last {
  said: string;
  count: number;
}

export function useSaid(): [last: Last, say: (said: string) => void] {
  const [last, setLast] = useState<Last>({ said: '', count: 0 });
  return [last, (said) => setLast(({ count }) => ({ said, count: count + 1 }))];
}

/** Shows it, once there is something. */
export function Said({ said, count }: Last) {
  if (count === 0) return null;
  return (
    <Done key={count} tone="good">
      {said}
    </Done>
  );
}
