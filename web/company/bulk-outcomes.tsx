import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { orNoPage } from '../api/no-page.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { CheckboxGroup, Radios } from '../components/choice-field.tsx';
import { Done } from '../components/done.tsx';
import { Form } from '../components/form.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { Loaded, useProblem } from '../components/problem.tsx';
import { TextArea } from '../components/text-field.tsx';
import { ApiProblem } from '../api/problem.ts';
import { useFormat, useLang, useT } from '../i18n/use-lang.tsx';
import { waits } from '../../functions/application/waiting.ts';
import { type Applicant, useApplicantName } from './use-outcome.ts';

/** How many one request gives. */
const atOnce = 100;

const outcomes = ['reviewing', 'shortlisted', 'rankable', 'not_selected'] as const;
type Outcome = (typeof outcomes)[number];
type Row = Result<'giveOutcomes'>['items'][number];

/** What each student would be sent, with the reason as it is typed. */
function Sent(props: { companyId: string; to: Outcome; reason: string }) {
  const t = useT('desk');
  const { lang } = useLang();
  const { companyId, to, reason } = props;
  const preview = useResource('previewOutcome', { params: { companyId: companyId }, query: { to } });
  if (preview.data === undefined) return null;
  const { words } = preview.data;
  return (
    <Notice tone="info" title={words === undefined ? t('outcomes.silent') : t('outcomes.preview')}>
      {words !== undefined && (
        <>
          <p class="strong">{words[lang].subject}</p>
          <p>{words[lang].text}</p>
          {reason.trim() !== '' && <p>{reason}</p>}
        </>
      )}
    </Notice>
  );
}

/** How each of them went: those that failed by name, with the reason. */
function Given(props: { rows: readonly Row[]; applicants: readonly Applicant[] }) {
  const t = useT('desk');
  const sentence = useProblem();
  const nameOf = useApplicantName();
  const names = new Map(props.applicants.map((one): [string, string] => [one.id, nameOf(one)]));
  const failed = props.rows.filter(({ done }) => !done);
  const Failed = failed.length === props.rows.length ? Done : Notice;
  return (
    <>
      {failed.length < props.rows.length && (
        <Done tone="good">{t('outcomes.done', { count: props.rows.length - failed.length })}</Done>
      )}
      {failed.length > 0 && (
        <Failed tone="bad" live title={t('outcomes.failed', { count: failed.length })}>
          <ul>
            {failed.map(({ id, code = '', message = '' }) => (
              <li key={id}>
                <span class="strong">{names.get(id) ?? id}</span>{' '}
                {sentence(new ApiProblem(409, code, message))}
              </li>
            ))}
          </ul>
        </Failed>
      )}
    </>
  );
}

function Choose(props: {
  applicants: readonly Applicant[];
  companyId: string;
  onGiven: (rows: readonly Row[]) => void;
}) {
  const t = useT('desk');
  const words = useT('shared');
  const f = useFormat();
  const call = useClient();
  const { applicants, companyId } = props;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [to, setTo] = useState<Outcome>('shortlisted');
  const [reason, setReason] = useState('');
  // What is chosen beyond that stays chosen for the next.
  const now = chosen.slice(0, atOnce);
  const give = useAction(async () => {
    const applications = applicants
      .filter(({ id }) => now.includes(id))
      .map(({ id, version }) => ({ id, version }));
    const said = reason.trim();
    const body = { applications, to, ...(said !== '' && { reason: said }) };
    const { items } = await call('giveOutcomes', { params: { companyId: companyId }, body });
    setChosen(chosen.slice(atOnce));
    props.onGiven(items);
  });
  const nameOf = useApplicantName();
  const all = chosen.length === applicants.length;
  const nothing = chosen.length === 0 ? [{ pointer: '/applications', reason: t('outcomes.nothing') }] : [];
  const [problems, setProblems] = useState<typeof nothing>([]);
  return (
    <Form
      onSubmit={() => {
        setProblems(nothing);
        if (nothing.length === 0) void give.run();
      }}
      submit={t('outcomes.give', { count: now.length })}
      pending={give.pending}
      problem={give.problem}
      problems={problems}
    >
      <p>
        <Button kind="quiet" onClick={() => setChosen(all ? [] : applicants.map(({ id }) => id))}>
          {t(all ? 'outcomes.none' : 'outcomes.all')}
        </Button>
      </p>
      <CheckboxGroup
        name="applications"
        label={t('outcomes.choose')}
        columns
        options={applicants.map((applicant) => ({
          value: String(applicant.id),
          label: nameOf(applicant),
          hint: [
            words(`states.application.${applicant.state}`),
            applicant.fit && words('fit.sum', { points: f.number(applicant.fit.score * 100), total: 100 }),
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
        value={chosen}
        onChange={setChosen}
      />
      <Radios
        name="to"
        label={t('outcomes.outcome')}
        options={outcomes.map((value) => ({ value, label: t(`outcomes.to.${value}`) }))}
        value={to}
        onChange={(outcome) => {
          if (outcome !== '') setTo(outcome);
        }}
      />
      <TextArea
        name="reason"
        label={t(to === 'not_selected' ? 'outcomes.reason' : 'outcomes.reasonOptional')}
        rows={3}
        max={2000}
        value={reason}
        onChange={setReason}
      />
      <Sent companyId={companyId} to={to} reason={reason} />
    </Form>
  );
}

/** Gives many of a posting's applications one outcome, and says of each that failed why. */
export function BulkOutcomes(props: { postingId: string }) {
  const t = useT('desk');
  const list = orNoPage(
    useResource('listApplicants', {
      params: { postingId: props.postingId },
      query: { limit: 200, sort: 'date' },
    }),
  );
  const [{ rows, times }, setGiven] = useState<{ rows: readonly Row[]; times: number }>({
    rows: [],
    times: 0,
  });
  return (
    <Loaded of={list} lines={6}>
      {({ items }) => {
        const waiting = items.filter(({ state }) => waits(state));
        return (
          <>
            {rows.length > 0 && <Given key={times} rows={rows} applicants={items} />}
            {waiting.length === 0 ? (
              <Empty title={t('outcomes.empty')}>{t('outcomes.emptyBody')}</Empty>
            ) : (
              <Choose
                applicants={waiting}
                companyId={waiting[0]?.companyId ?? ''}
                onGiven={(given) => {
                  setGiven({ rows: given, times: times + 1 });
                  void list.reload();
                }}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
