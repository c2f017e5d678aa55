import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { useT } from '../i18n/use-lang.tsx';
import { typedPrefix } from '../session/typed-keys.ts';
import { useSession } from '../session/use-session.tsx';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { textOf, typedFrom, typedIn, typedOver } from './typed.ts';

/** What a form knows of what was typed in it and not saved. */
export interface TypedBefore {
  /** The fields differ from what is stored. */
  unsaved: boolean;
  /** Above the fields, where they show what was typed before. */
  notice: ComponentChildren;
  /** In place of a refusal for an old version, where what is typed survives reading the page anew. */
  readAgain: ComponentChildren;
  /** Counts how often the form began anew. */
  round: number;
  /** What the fields hold now is saved, or not wanted any more. */
  forget: () => void;
}

function ShownAgain(props: { clash: boolean; beginAnew: () => void }) {
  const t = useT('shared');
  return (
    <Notice tone={props.clash ? 'warn' : 'info'}>
      <p>{t('form.typedBefore')}</p>
      {props.clash && <p>{t('form.typedClash')}</p>}
      <Button kind="quiet" onClick={props.beginAnew}>
        {t('form.typedAnew')}
      </Button>
    </Notice>
  );
}

function ReadAgain() {
  const t = useT('shared');
  return (
    <>
      <p>{t('form.stale')}</p>
      <Button onClick={() => location.reload()}>{t('form.readAgain')}</Button>
    </>
  );
}

/**
 * Values of a form that survive leaving the page, reading it anew and a refusal for an old version: this tab keeps what
 * differs from what is stored, for this person, until it is saved. Without `name` nothing is kept.
 */
export function useTyped<T extends object>(initial: T, name: string | undefined) {
  const { visitor } = useSession();
  const me = visitor.state === 'in' || visitor.state === 'expired' ? visitor.me : undefined;
  const [key] = useState(
    () =>
      name !== undefined && me !== undefined && `${typedPrefix}${me.subject} ${location.pathname} ${name}`,
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
    sessionStorage.removeItem(key);
    if (typed === undefined) return;
    try {
      sessionStorage.setItem(key, textOf(typed));
    } catch {
      // There is no room: it is not kept, and the form goes on.
    }
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
    unsaved: typed !== undefined,
    notice: shown !== undefined && typed !== undefined && (
      <ShownAgain clash={shown.clash} beginAnew={beginAnew} />
    ),
    readAgain: key !== false && <ReadAgain />,
    round,
    forget,
  };
  return { values, setValues, before };
}
