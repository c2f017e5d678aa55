import { orNoPage } from '../api/no-page.ts';
import { useResource } from '../api/use-resource.ts';
import { DateTime } from '../components/date-time.tsx';
import { Fresh } from '../components/fresh.tsx';
import { Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { AnswersInWords } from './answers.tsx';
import { EvaluationForm } from './evaluation-form.tsx';
import type { Evaluation, Reader } from './placement.ts';

const isWriting = ({ side, state }: Evaluation, reader: Reader): boolean =>
  side === reader && (state === 'open' || state === 'overdue');

/** What there is to read of an evaluation that is not being written. */
function Reading(props: { evaluation: Evaluation; reader: Reader }) {
  const t = useT('internship');
  const f = useFormat();
  const { evaluation } = props;
  const { state, reads, submittedAt, submittedBy, reason } = evaluation;
  if (state === 'excused') return <Notice tone="info">{t('write.excused', { reason: reason ?? '' })}</Notice>;
  if (state !== 'submitted')
    return (
      <p>
        {t(state === 'scheduled' ? 'write.opens' : 'write.due')}{' '}
        <DateTime at={state === 'scheduled' ? evaluation.opensAt : evaluation.dueAt} now={Date.now()} />
      </p>
    );
  if (reads === 'nothing') return <Notice tone="info">{t('write.nothing')}</Notice>;
  return (
    <Panel title={t(`evaluations.of.${evaluation.side}`)}>
      {submittedAt !== undefined && (
        <p class="muted">
          {t('write.submitted', { at: f.instant(submittedAt, ownZone()) })}{' '}
          {submittedBy !== undefined && t('write.byName', { name: submittedBy })}
        </p>
      )}
      <AnswersInWords form={evaluation.form} answers={evaluation.answers} readers={reads !== 'shared'} />
    </Panel>
  );
}

/** One evaluation: written by its side, read by the others as far as they may. */
export function EvaluationPage(props: { reader: Reader; back: { href: string; label: string } }) {
  const t = useT('internship');
  const evaluation = orNoPage(
    useResource('getEvaluation', { params: { evaluationId: useParam('evaluationId') } }),
  );
  const { data } = evaluation;
  const { reader } = props;
  return (
    <Page
      title={t(data === undefined ? 'evaluations.title' : `write.title.${data.kind}`)}
      lead={t(data !== undefined && isWriting(data, reader) ? 'write.lead' : 'evaluations.lead')}
      back={props.back}
      narrow
    >
      <Fresh of={evaluation} lines={10}>
        {(read) =>
          isWriting(read, reader) ? (
            <EvaluationForm key={read.id} evaluation={read} onSubmitted={evaluation.set} />
          ) : (
            <Reading evaluation={read} reader={reader} />
          )
        }
      </Fresh>
    </Page>
  );
}
