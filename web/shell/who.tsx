import { useT } from '../i18n/use-lang.tsx';
import { useMe } from '../session/use-session.tsx';

/** Who is signed in, and as what. */
export default function Who() {
  const t = useT('shared');
  const me = useMe();
  return (
    <span class="who">
      {me.name} <span class="muted">{t(`roles.${me.role}`)}</span>
    </span>
  );
}
