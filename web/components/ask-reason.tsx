import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useAction } from '../api/use-action.ts';
import { Button } from './button.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

/** A button that asks why before it does what it says; where that is refused, the dialog stays and says so. */
export function AskReason(props: {
  /** What is done. */
  words: string;
  /** The same with whom it is about: the button's name for who hears it alone. */
  about?: string;
  /** Of the dialog, where it says more than the button. */
  title?: string;
  kind?: 'quiet' | 'danger';
  /** What will happen, in words. */
  children?: ComponentChildren;
  label: string;
  hint?: string;
  fields?: ComponentChildren;
  onOpen?: () => void;
  act: (reason: string) => Promise<void>;
}) {
  const { words, about, kind = 'quiet' } = props;
  const [open, setOpen] = useState(false);
  const act = useAction(async (reason: string) => {
    await props.act(reason);
    setOpen(false);
  });
  return (
    <>
      <Button
        kind={kind}
        label={about}
        onClick={() => {
          props.onOpen?.();
          setOpen(true);
        }}
      >
        {words}
      </Button>
      <ReasonDialog
        open={open}
        title={props.title ?? about ?? words}
        label={props.label}
        hint={props.hint}
        fields={props.fields}
        submit={words}
        action={act}
        onSubmit={(reason) => void act.run(reason)}
        onClose={() => setOpen(false)}
      >
        {props.children}
      </ReasonDialog>
    </>
  );
}
