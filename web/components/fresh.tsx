import type { ComponentProps } from 'preact';
import { useRef } from 'preact/hooks';
import type { Resource } from '../api/use-resource.ts';
import { Loaded } from './problem.tsx';

/**
 * For what is changed in a form: nothing is shown of what was read some time before. A form that began with it would
 * write it back over what others, or another tab, have changed since, under the version that came later.
 */
export function Fresh<T>(props: Omit<ComponentProps<typeof Loaded<T>>, 'of'> & { of: Resource<T> }) {
  const { of, ...rest } = props;
  const here = useRef(false);
  // Once it is here it stays, and what is typed with it, whatever becomes of a later reading.
  if (of.loading) here.current = false;
  else if (of.problem === undefined) here.current = true;
  return <Loaded {...rest} of={here.current ? of : { ...of, data: undefined }} />;
}
