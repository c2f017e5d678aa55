import { useT } from '../i18n/use-lang.tsx';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** Above the fields of a form that shows what was typed in it before and not saved. */
export function TypedNotice(props: { clash: boolean; beginAnew: () => void }) {
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
