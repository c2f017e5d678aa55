import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';

/** A button that opens a form of its own: several on a page have fields of the same name. */
export function MadeInDialog(props: { title: string; children: (close: () => void) => ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <p>
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {props.title}
        </Button>
      </p>
      <Dialog open={open} title={props.title} onClose={close}>
        {open && props.children(close)}
      </Dialog>
    </>
  );
}
