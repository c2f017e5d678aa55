import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { FieldProblem } from '../api/problem.ts';
import type { Args } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { Radios, Select } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { Done } from '../components/done.tsx';
import { Panel } from '../components/page.tsx';
import { TextArea, TextField } from '../components/text-field.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useZones } from '../shell/cycle.tsx';
import { useQuery } from '../shell/place.tsx';
import { ChooseParty } from './choose-party.tsx';
import { instantOf } from './zoned-time.ts';

type Step = Args<'grantExtension'>['body']['step'];
type Kind = 'student' | 'company';

const steps: Readonly<Record<Kind, readonly Step[]>> = {
  student: ['applying', 'ranking', 'answer', 'evaluation'],
  company: ['shortlisting', 'ranking', 'evaluation'],
};

/** Whom, for what, until when and why. The person's own page links here with the first filled in. */
export function ExtensionForm(props: { onGranted: () => void }) {
  const t = useT('desk');
  const f = useFormat();
  const call = useClient();
  const query = useQuery();
  const { cycle: zone } = useZones();
  const asked = query.one('company');
  const [kind, setKind] = useState<Kind>(asked === undefined ? 'student' : 'company');
  const [id, setId] = useState(asked ?? query.one('student') ?? '');
  const [step, setStep] = useState<Step | ''>('');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const [granted, setGranted] = useState<string>();
  const grant = useAction(async () => {
    setGranted(undefined);
    if (step === '') return;
    const to = kind === 'student' ? { kind, studentId: id.trim() } : { kind, companyId: id.trim() };
    const body = { to, step, until: instantOf(until, zone), reason };
    const { name } = await call('grantExtension', { params: { cycleId: 'current' }, body });
    setGranted(name);
    setReason('');
    props.onGranted();
  });
  return (
    <Panel title={t('extensions.grant')}>
      <Form
        onSubmit={() => {
          const open = Object.entries({ search: id, step, until, reason: reason.trim() })
            .filter(([, value]) => value === '')
            .map(([name]) => `/${name}`);
          setMissing(open.map((pointer) => ({ pointer, reason: 'must not be empty' })));
          if (open.length === 0) void grant.run();
        }}
        problems={missing}
        submit={t('extensions.grant')}
        pending={grant.pending}
        problem={grant.problem}
      >
        <Radios
          name="to/kind"
          label={t('extensions.kind')}
          options={(['student', 'company'] as const).map((value) => ({
            value,
            label: t(`extensions.${value}`),
          }))}
          value={kind}
          onChange={(chosen) => {
            if (chosen === '') return;
            setKind(chosen);
            setId('');
            if (step !== '' && !steps[chosen].includes(step)) setStep('');
          }}
        />
        <ChooseParty
          key={kind}
          name={kind === 'student' ? 'to/studentId' : 'to/companyId'}
          kind={kind}
          value={id}
          onChange={setId}
        />
        <Select
          name="step"
          label={t('extensions.step')}
          options={steps[kind].map((value) => ({ value, label: t(`extensions.steps.${value}`) }))}
          value={step}
          onChange={setStep}
        />
        <TextField
          name="until"
          type="datetime-local"
          size="medium"
          label={t('extensions.until')}
          hint={t('extensions.untilHint', { zone: f.zone(zone, Date.now()) })}
          value={until}
          onChange={setUntil}
        />
        <TextArea
          name="reason"
          label={t('extensions.reason')}
          rows={3}
          max={2000}
          value={reason}
          onChange={setReason}
        />
      </Form>
      {granted !== undefined && <Done tone="good">{t('extensions.granted', { name: granted })}</Done>}
    </Panel>
  );
}
