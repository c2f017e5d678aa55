import { useEffect, useRef, useState } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Radios } from '../components/choice-field.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';

/** A choice is made from few; words narrow it down. */
const shown = 5;

interface Found {
  value: string;
  label: string;
  hint: string;
}

/** What the words find a moment after they were typed; an id finds whose it is. */
function useParties(kind: 'student' | 'company', typed: string) {
  const say = useBilingual();
  const [q, setQ] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  const query = { q, limit: shown };
  const students = useResource(kind === 'student' && q !== '' && 'listStudents', { query });
  const companies = useResource(kind === 'company' && q !== '' && 'listCompanies', { query });
  const found: Found[] | undefined =
    kind === 'student'
      ? students.data?.items.map(({ id, email, profile }) => ({
          value: id,
          label: profile.names?.preferred ?? email,
          hint: profile.names?.preferred === undefined ? '' : email,
        }))
      : companies.data?.items.map(({ id, content: { name, legalName } }) => ({
          value: id,
          label: name === undefined ? (legalName ?? id) : say(name),
          hint: legalName ?? '',
        }));
  // Until then what was found last stays, so that nothing jumps while somebody types.
  const last = useRef<{ kind: string; found: Found[] }>(undefined);
  if (found !== undefined) last.current = { kind, found };
  return {
    problem: kind === 'student' ? students.problem : companies.problem,
    found: q !== '' && last.current?.kind === kind ? last.current.found : undefined,
  };
}

/** One student or company, found by name. `value`: the id, which may be known from the page before. */
export function ChooseParty(props: {
  name: string;
  kind: 'student' | 'company';
  value: string;
  onChange: (id: string) => void;
}) {
  const t = useT('rights');
  const { kind, value } = props;
  const [typed, setTyped] = useState('');
  const { found, problem } = useParties(kind, typed.trim() === '' ? value : typed.trim());
  return (
    <>
      <TextField
        name="search"
        label={t(`choose.${kind}`)}
        hint={t(`choose.${kind}Hint`)}
        autocomplete="off"
        value={typed}
        onChange={(next) => {
          setTyped(next);
          props.onChange('');
        }}
      />
      <ProblemNotice problem={problem} />
      {found !== undefined && found.length > 0 && (
        <Radios
          name={props.name}
          label={t(`choose.which.${kind}`)}
          options={found.map(({ value: id, label, hint }) => ({
            value: id,
            label,
            ...(hint !== '' && { hint }),
          }))}
          value={value}
          onChange={props.onChange}
        />
      )}
      <p class="hint" role="status">
        {found?.length === 0 && t('choose.none')}
        {found?.length === shown && t('choose.more')}
      </p>
    </>
  );
}
