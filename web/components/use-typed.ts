import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { useSession } from '../session/use-session.tsx';
import { typedFrom, typedIn, typedOver } from './typed.ts';

/** What a form says of what was typed in it before. */
export interface TypedBefore {
  /** What is typed survives reading the page anew. */
  kept: boolean;
  /** The fields differ from what is stored. */
  unsaved: boolean;
  /** It is shown again; `clash`: somebody else changed the same meanwhile. */
  shown: { clash: boolean } | undefined;
  /** Counts how often the form began anew. */
  round: number;
  beginAnew: () => void;
  /** It is saved, or not wanted any more. */
  forget: () => void;
}

/**
 * Values of a form that survive leaving the page, reading it anew and a refusal for an old version: this tab keeps what
 * differs from what is stored, for this person, until it is saved. Without `name` nothing is kept.
 */
export function useTyped<T extends object>(initial: T, name: string | undefined) {
  const { visitor } = useSession();
  const me = visitor.state === 'in' || visitor.state === 'expired' ? visitor.me : undefined;
  const [key] = useState(
    () => name !== undefined && me !== undefined && `typed ${me.subject} ${location.pathname} ${name}`,
  );
  const [stored, setStored] = useState(initial);
  const [shown, show] = useState(() => {
    const kept = key === false ? undefined : typedFrom(sessionStorage.getItem(key));
    return kept && typedOver(initial, kept);
  });
  const [values, setValues] = useState(shown?.values ?? initial);
  const [round, setRound] = useState(0);
  const typed = useMemo(() => typedIn(stored, values), [stored, values]);
  useLayoutEffect(() => {
    if (key === false) return;
    if (typed === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(typed));
  }, [key, typed]);
  const forget = () => {
    if (key !== false) sessionStorage.removeItem(key);
    setStored(values);
    show(undefined);
  };
  const beginAnew = () => {
    setValues(stored);
    show(undefined);
    setRound(round + 1);
  };
  const before: TypedBefore = {
    kept: key !== false,
    unsaved: typed !== undefined,
    shown,
    round,
    beginAnew,
    forget,
  };
  return { values, setValues, before };
}
