import { CopyText } from '../components/facts.tsx';
import { Notice } from '../components/notice.tsx';
import { useT } from '../i18n/use-lang.tsx';

/** A key or a secret that is shown this once. */
export function SecretOnce(props: { title: string; secret: string; label: string }) {
  const t = useT('partners');
  return (
    <Notice tone="good" title={props.title} done>
      <p>
        <CopyText text={props.secret} label={props.label} />
      </p>
      <p>{t('once')}</p>
    </Notice>
  );
}
