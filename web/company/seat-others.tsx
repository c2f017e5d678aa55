import { useContext, useLayoutEffect } from 'preact/hooks';
import { FormContext } from '../components/form-context.ts';
import type { Others } from './seat-form.ts';

/** Gives an error that is about another rule that rule's words, and a link to where it stands on the page. */
export function SeatOthers(props: { of: Others }) {
  const { labels } = useContext(FormContext);
  useLayoutEffect(() => {
    const said = props.of.map(([at, words]) => labels.say(`/${at}`, words));
    return () => said.forEach((takeBack) => takeBack());
  }, [labels, props.of]);
  return null;
}
