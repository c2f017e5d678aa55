import { reasonKey, useReason } from '../components/reason.ts';
import { useT } from '../i18n/use-lang.tsx';

/** The import's fields and the server's reasons in the reader's language; what has no sentence stays as it is. */
export function useImportWords(): { field: (name: string) => string; reason: (reason: string) => string } {
  const t = useT('coordinator');
  const common = useReason();
  return {
    field: (name) => (name === '' ? t('rows.wholeRow') : (t.maybe(`mapping.fields.${name}`) ?? name)),
    reason: (reason) => t.maybe(`importReasons.${reasonKey(reason)}`) ?? common(reason),
  };
}
