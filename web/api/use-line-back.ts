import { useLayoutEffect } from 'preact/hooks';

/** Browsers say that there is a line again a little before anything goes through. */
const laterMs = 300;

/** Tries again by itself when there is a line again, while what is shown could not be brought. */
export function useLineBack(lost: boolean, again: () => unknown): void {
  // What is seen listens: the line may be back before the next frame.
  useLayoutEffect(() => {
    if (!lost) return undefined;
    const back = () => setTimeout(again, laterMs);
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, [lost, again]);
}
