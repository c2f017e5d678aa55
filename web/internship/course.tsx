import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { AskReason } from '../components/ask-reason.tsx';
import { Button } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { TextArea, TextField } from '../components/text-field.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { hasBegun, isOver, type PartProps } from './placement.ts';

/** A later last day that is being decided. */
function Pending({ placement, reader, onChanged }: PartProps) {
  const t = useT('internship');
  const f = useFormat();
  const call = useClient();
  const { extension } = placement;
  const answer = useAction(async (agree: boolean) =>
    onChanged(
      await call('answerExtension', {
        params: { placementId: placement.id },
        body: { agree },
        ifMatch: placement.version,
      }),
    ),
  );
  if (extension === undefined) return null;
  const agreed = (['student', 'company', 'coordinator'] as const).filter(
    (one) => extension.agreed[one] !== undefined,
  );
  return (
    <Notice tone="info">
      <p>{t('course.pending', { who: t(`side.${extension.by}`), day: f.day(extension.endsOn) })}</p>
      <p>{extension.reason}</p>
      <p>{t('course.agreed', { names: f.list(agreed.map((one) => t(`side.${one}`))) })}</p>
      {extension.agreed[reader] === undefined && (
        <p class="row">
          <Button pending={answer.pending} onClick={() => void answer.run(true)}>
            {t('course.agree')}
          </Button>
          <Button kind="quiet" pending={answer.pending} onClick={() => void answer.run(false)}>
            {t('course.refuse')}
          </Button>
        </p>
      )}
      <ProblemNotice problem={answer.problem} />
    </Notice>
  );
}

function Ask({ placement, onChanged }: PartProps) {
  const t = useT('internship');
  const call = useClient();
  const form = useForm({ endsOn: '', reason: '' }, 'extension');
  const ask = useAction(() =>
    call('askExtension', {
      params: { placementId: placement.id },
      body: form.values,
      ifMatch: placement.version,
    }),
  );
  return (
    <details>
      <summary>{t('course.extension')}</summary>
      <Form
        onSubmit={() => void ask.run().then((changed) => changed && onChanged(changed))}
        submit={t('course.ask')}
        pending={ask.pending}
        problem={ask.problem}
        before={form.before}
      >
        <TextField {...form.field('endsOn')} label={t('course.endsOn')} type="date" size="medium" />
        <TextArea
          {...form.field('reason')}
          label={t('course.reason')}
          hint={t('course.reasonHint')}
          rows={3}
          max={2000}
        />
      </Form>
    </details>
  );
}

/** A later end, which all three agree to, or an early one, with its reason. */
export function CoursePanel(props: PartProps) {
  const t = useT('internship');
  const call = useClient();
  const { placement, reader, onChanged } = props;
  if (isOver(placement)) return null;
  if (!hasBegun(placement) && reader !== 'coordinator')
    return (
      <Panel title={t('course.title')}>
        <p>{t('course.notBegun')}</p>
        <p>
          <a href={reader === 'student' ? '/student/result' : '/company/results'}>{t('course.toRelease')}</a>
        </p>
      </Panel>
    );
  const running = placement.state === 'active' || placement.state === 'extended';
  return (
    <Panel title={t('course.title')}>
      <Pending {...props} />
      {running && placement.extension === undefined && reader !== 'coordinator' && <Ask {...props} />}
      <AskReason
        words={t('course.end')}
        title={t('course.endTitle')}
        kind="danger"
        label={t('course.reason')}
        hint={t('course.reasonHint')}
        act={async (reason) => {
          const params = { placementId: placement.id };
          onChanged(await call('endPlacement', { params, body: { reason }, ifMatch: placement.version }));
        }}
      >
        <p>{t(running ? 'course.endBody' : 'course.endUnbegun')}</p>
      </AskReason>
    </Panel>
  );
}
