import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Action } from '../api/use-action.ts';
import { useT } from '../i18n/use-lang.tsx';
import { Button } from './button.tsx';
import { ProblemNotice } from './problem.tsx';
import { TextField } from './text-field.tsx';

/** A modal dialog; Escape and the close button call onClose. The browser keeps and returns the focus. */
export function Dialog(props: {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const t = useT('shared');
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (props.open && box.current?.open === false) box.current.showModal();
    if (!props.open && box.current?.open === true) box.current.close();
  }, [props.open]);
  return (
    <dialog ref={box} aria-labelledby={id} onClose={props.onClose}>
      {props.open && (
        <>
          <div class="title">
            <h2 id={id}>{props.title}</h2>
            <Button kind="quiet" icon="cross" onClick={props.onClose}>
              {t('form.close')}
            </Button>
          </div>
          {props.children}
        </>
      )}
    </dialog>
  );
}

/** What a dialog does: how it stands, and its last refusal, which is gone when the dialog is opened again. */
export type DialogAction = Pick<Action<never, unknown>, 'pending'> &
  Partial<Pick<Action<never, unknown>, 'problem' | 'clear'>>;

/** A word as it is meant, however it is typed: in small or large letters, of full width or not, between spaces. */
const plain = (word: string): string => word.normalize('NFKC').trim().toLowerCase();

export interface ConfirmProps {
  open: boolean;
  title: string;
  /** What will happen, in words. */
  children: ComponentChildren;
  confirm: string;
  danger?: boolean;
  /** Must be typed first: for what cannot be taken back. */
  word?: string;
  action?: DialogAction;
  onConfirm: () => void;
  onClose: () => void;
}

export function Confirm(props: ConfirmProps) {
  const t = useT('shared');
  const [typed, setTyped] = useState('');
  useEffect(() => setTyped(''), [props.open]);
  const close = () => {
    props.action?.clear?.();
    props.onClose();
  };
  const ready = props.word === undefined || plain(typed) === plain(props.word);
  return (
    <Dialog open={props.open} title={props.title} onClose={close}>
      {props.children}
      {props.word !== undefined && (
        <TextField
          name="confirm-word"
          label={t('form.typeToConfirm', { word: props.word })}
          autocomplete="off"
          value={typed}
          onChange={setTyped}
        />
      )}
      <ProblemNotice problem={props.action?.problem} />
      <div class="row">
        <Button
          kind={props.danger === true ? 'danger' : 'primary'}
          pending={props.action?.pending === true}
          unavailable={!ready}
          onClick={props.onConfirm}
        >
          {props.confirm}
        </Button>
        <Button kind="quiet" onClick={close}>
          {t('form.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
