import { CopyText } from '../components/facts.tsx';
import { Done } from '../components/done.tsx';
import { useT } from '../i18n/use-lang.tsx';

/** A key or a secret that is shown this once. */
export function SecretOnce(props: { title: string; secret: string; label: string }) {
  const t = useT('partners');
  return (
    <Done tone="good" title={props.title}>
      <p>
        <CopyText text={props.secret} label={props.label} />
      </p>
      <p>{t('once')}</p>
    </Done>
  );
}
