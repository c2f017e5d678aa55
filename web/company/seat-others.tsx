import { useContext, useEffect } from 'preact/hooks';
import { FormContext } from '../components/form-context.ts';
import type { Others } from './seat-form.ts';

/** Gives an error that is about another rule that rule's words, and a link to where it stands on the page. */
export function SeatOthers(props: { of: Others }) {
  const { labels } = useContext(FormContext);
  useEffect(() => {
    for (const [at, words] of props.of) labels.set(`/${at}`, words);
    return () => {
      for (const [at] of props.of) labels.delete(`/${at}`);
    };
  }, [labels, props.of]);
  return null;
}
