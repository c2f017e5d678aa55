import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ApiProblem, FieldProblem } from '../api/problem.ts';
import { Form } from '../components/form.tsx';
import type { TypedBefore } from '../components/use-typed.tsx';
import { ButtonLink } from '../components/link.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Profile } from './profile-parts.ts';

/** What each part of the profile is given. */
export interface PartProps {
  profile: Profile;
  consentedAt: string | undefined;
  save: (change: Profile) => void;
  pending: boolean;
  problem: ApiProblem | undefined;
}

/**
 * The form of one part, of which the server says what is wrong. A choice that was not made is left out of what it is sent,
 * so `required` says, by pointer, whether it was.
 */
export function PartForm(props: {
  of: PartProps;
  change: () => Profile;
  required?: Readonly<Record<string, boolean>>;
  lead?: string;
  /** What was typed before: `form.before`. */
  before: TypedBefore;
  children: ComponentChildren;
}) {
  const t = useT('profile');
  const words = useT('shared');
  const { save, pending, problem } = props.of;
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const submit = () => {
    const empty = Object.entries(props.required ?? {})
      .filter(([, filled]) => !filled)
      .map(([name]) => ({ pointer: `/${name}`, reason: 'must not be empty' }));
    setMissing(empty);
    if (empty.length === 0) save(props.change());
  };
  return (
    <>
      {props.lead !== undefined && <p>{props.lead}</p>}
      <Form
        onSubmit={submit}
        submit={t('save')}
        pending={pending}
        problem={problem}
        problems={missing}
        before={props.before}
        actions={
          <ButtonLink href="/student/profile" kind="quiet" onClick={props.before.forget}>
            {words('form.cancel')}
          </ButtonLink>
        }
      >
        {props.children}
      </Form>
    </>
  );
}

/** A text that may be left out: absent when nothing was typed. */
export const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
