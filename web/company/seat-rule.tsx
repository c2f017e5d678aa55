import type { ComponentChildren } from 'preact';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import type { FieldProblem } from '../api/problem.ts';
import { useT } from '../i18n/use-lang.tsx';
import type { SeatFormProps } from './seat-form.ts';
import { SeatOthers } from './seat-others.tsx';
import type { Seating } from './seating.ts';

/** What the forms of all rules of seats have around their fields. */
export function SeatRule({
  form,
  submit,
  problems,
  children,
}: {
  form: SeatFormProps<unknown, never>;
  submit: () => void;
  problems: readonly FieldProblem[];
  children: ComponentChildren;
}) {
  const t = useT('company');
  return (
    <Form
      onSubmit={submit}
      submit={t('seats.save')}
      pending={form.pending}
      problem={form.problem}
      problems={problems}
      actions={
        <Button kind="quiet" onClick={form.cancel}>
          {t('seats.cancel')}
        </Button>
      }
    >
      <SeatOthers of={form.others} />
      {children}
    </Form>
  );
}

/** The postings to choose from, each with its seats. */
export function usePostingOptions(postings: Seating['postings']) {
  const t = useT('company');
  const say = useBilingual();
  return postings.map(({ id, title, seats: count }) => ({
    value: String(id),
    label: t('seats.postingSeats', { title: say(title), count }),
  }));
}
