import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ApiProblem } from '../api/problem.ts';
import { useT } from '../i18n/use-lang.tsx';

interface Saving {
  pending: boolean;
  problem: ApiProblem | undefined;
}
export const SavingContext = createContext<Saving>({ pending: false, problem: undefined });

/** What every section's form has in common: `<Form {...useSaving()} onSubmit=…>`. */
export function useSaving(): Saving & { submit: string } {
  const t = useT('company');
  return { ...useContext(SavingContext), submit: t('edit.save') };
}
