import type { ComponentChildren } from 'preact';
import { useT } from '../i18n/use-lang.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ReasonForm, type ReasonFormProps } from './reason-form.tsx';

/** Asks for the reason of a decision; whom it concerns is shown it. */
export function ReasonDialog(
  props: ReasonFormProps & {
    open: boolean;
    title: string;
    /** What will happen, in words. */
    children?: ComponentChildren;
    onClose: () => void;
  },
) {
  const t = useT('shared');
  const { open, title, children, onClose, ...form } = props;
  const close = () => {
    props.action.clear?.();
    onClose();
  };
  const cancel = (
    <Button kind="quiet" onClick={close}>
      {t('form.cancel')}
    </Button>
  );
  return (
    <Dialog open={open} title={title} onClose={close}>
      {children}
      <ReasonForm {...form} actions={cancel} />
    </Dialog>
  );
}
