import { useEffect, useRef } from 'preact/hooks';
import { useT } from '../i18n/use-lang.tsx';
import { useSaid } from './said.tsx';

/**
 * For rows that each have a button to remove them, with one below that adds. Whoever removes a row goes on from the
 * button that comes in the place of theirs: the next row's, after the last row the one that adds.
 */
export function useRows() {
  const t = useT('shared');
  const [last, say] = useSaid();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const pressed = useRef(0);
  useEffect(() => {
    if (last.count > 0) buttons.current[pressed.current]?.focus();
  }, [last.count]);
  return {
    /** The button's ref: a row's by its place, the one that adds by how many rows there are. */
    button: (place: number) => (button: HTMLButtonElement | null) => {
      buttons.current[place] = button;
    },
    removed: (place: number, name: string) => {
      pressed.current = place;
      say(t('order.removed', { name }));
    },
    /** To be drawn after the rows. */
    status: (
      <p class="unseen" role="status">
        <span key={last.count}>{last.said}</span>
      </p>
    ),
  };
}
