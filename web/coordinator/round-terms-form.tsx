import { useEffect, useMemo, useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { ApiProblem, FieldProblem } from '../api/problem.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { Panel } from '../components/page.tsx';
import { NumberField, TextField } from '../components/text-field.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { nightProblem } from './night-problem.ts';
import { RoundNights } from './round-nights.tsx';
import { type RoundTerms, termsOf, type TermsValues, termsValues } from './round-terms.ts';
import { localTimeOf } from './zoned-time.ts';

type Nights = Result<'checkNights'>['deadlines'];
/** Long enough that typing a date asks once. */
const pauseMs = 400;

const inputs = [
  ['applyingFrom', 'applying/from'],
  ['applyingTo', 'applying/to'],
  ['rankingFrom', 'ranking/from'],
  ['rankingTo', 'ranking/to'],
] as const;

/** How the deadlines lie, read again whenever the windows change. */
const useNights = (cycleId: string, terms: RoundTerms | undefined): Nights | undefined => {
  const call = useClient();
  const [nights, setNights] = useState<Nights>();
  const check = useAction(async ({ applying, ranking }: RoundTerms) => {
    const found = await call('checkNights', { params: { cycleId }, body: { applying, ranking } });
    setNights(found.deadlines);
  });
  const key = JSON.stringify(terms);
  useEffect(() => {
    if (terms === undefined) return undefined;
    const timer = setTimeout(() => void check.run(terms), pauseMs);
    return () => clearTimeout(timer);
  }, [cycleId, key]);
  return nights;
};

/** Windows and cap of a supplementary round, with how its deadlines lie for those who have to meet them. */
export function RoundTermsForm(props: {
  cycle: Cycle;
  terms?: RoundTerms | undefined;
  submit: string;
  pending: boolean;
  problem: ApiProblem | undefined;
  onSave: (terms: RoundTerms) => void;
}) {
  const t = useT('supplementary');
  const f = useFormat();
  const { cycle } = props;
  const [initial] = useState(() => termsValues(cycle, props.terms, Date.now()));
  const form = useForm<TermsValues>(initial);
  const [empty, setEmpty] = useState<readonly FieldProblem[]>([]);
  const read = termsOf(form.values, cycle.zone);
  const nights = useNights(cycle.id, 'terms' in read ? read.terms : undefined);
  const problem = useMemo(
    () => props.problem && nightProblem(props.problem, (zone) => t('next.nightOnly', { zone })),
    [props.problem, t],
  );
  const submit = () => {
    setEmpty('empty' in read ? read.empty : []);
    if ('terms' in read) props.onSave(read.terms);
  };
  return (
    <Panel title={t('next.windows')}>
      <p class="hint">{t('next.zone', { zone: f.zone(cycle.zone, Date.now()) })}</p>
      <Form
        onSubmit={submit}
        submit={props.submit}
        pending={props.pending}
        problem={problem}
        problems={empty}
      >
        {inputs.map(([name, pointer]) => (
          <TextField
            key={name}
            {...form.field(name)}
            name={pointer}
            label={t(`next.${name}`)}
            {...(name === 'rankingFrom' && { hint: t('next.rankingHint') })}
            type="datetime-local"
            size="medium"
          />
        ))}
        <NumberField {...form.field('applicationCap')} label={t('next.cap')} />
        {nights !== undefined && (
          <RoundNights
            nights={nights}
            onUse={(window, at) =>
              form.set(window === 'applying' ? 'applyingTo' : 'rankingTo', localTimeOf(at, cycle.zone))
            }
          />
        )}
      </Form>
    </Panel>
  );
}
