import { useClient } from '../api/context.ts';
import { useResource } from '../api/use-resource.ts';
import { AskReason } from '../components/ask-reason.tsx';
import { Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { Status, type Tone } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { type Evaluation, evaluationHref, type PartProps } from './placement.ts';

const tones = {
  scheduled: 'quiet',
  open: 'info',
  overdue: 'bad',
  submitted: 'good',
  excused: 'quiet',
} as const satisfies Record<Evaluation['state'], Tone>;

/** What the reader can do with an evaluation: write, read, or wait. */
function Way(props: { evaluation: Evaluation; reader: PartProps['reader'] }) {
  const t = useT('internship');
  const { evaluation, reader } = props;
  const href = evaluationHref(reader, evaluation);
  const label = `${t(`evaluations.kind.${evaluation.kind}`)}, ${t(`evaluations.of.${evaluation.side}`)}`;
  const writable = evaluation.state === 'open' || evaluation.state === 'overdue';
  if (evaluation.side === reader && writable)
    return (
      <a href={href} aria-label={`${t('evaluations.open')}: ${label}`}>
        {t(evaluation.savedAt === undefined ? 'evaluations.open' : 'evaluations.goOn')}
      </a>
    );
  if (evaluation.state === 'submitted' && evaluation.reads !== 'nothing')
    return (
      <a href={href} aria-label={`${t('evaluations.read')}: ${label}`}>
        {t('evaluations.read')}
      </a>
    );
  return evaluation.state === 'submitted' ? <span class="muted">{t('evaluations.wait')}</span> : <>–</>;
}

/** A coordinator takes an evaluation off somebody's list, with the reason. */
function Excuse(props: { evaluation: Evaluation; onDone: () => void }) {
  const t = useT('internship');
  const call = useClient();
  const { evaluation } = props;
  if (evaluation.state === 'submitted' || evaluation.state === 'excused') return null;
  const label = `${t('evaluations.excuse')}: ${t(`evaluations.kind.${evaluation.kind}`)}, ${t(`evaluations.of.${evaluation.side}`)}`;
  return (
    <AskReason
      words={t('evaluations.excuse')}
      about={label}
      title={t('evaluations.excuseTitle')}
      label={t('evaluations.excuseLabel')}
      hint={t('evaluations.excuseHint')}
      act={async (reason) => {
        const params = { evaluationId: evaluation.id };
        await call('excuseEvaluation', { params, body: { reason }, ifMatch: evaluation.version });
        props.onDone();
      }}
    />
  );
}

const order = ['mid_term', 'final'] as const;

/** The four evaluations of an internship. */
export function EvaluationsPanel({ placement, reader }: PartProps) {
  const t = useT('internship');
  const f = useFormat();
  const list = useResource('listEvaluations', { params: { placementId: placement.id } });
  return (
    <div id="evaluations">
      <Panel title={t('evaluations.title')}>
        <p>{t('evaluations.lead')}</p>
        <Loaded of={list}>
          {({ items }) => (
            <Table
              caption={t('evaluations.title')}
              quietCaption
              rows={items.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))}
              rowKey={({ id }) => id}
              columns={[
                {
                  head: t('evaluations.which'),
                  main: true,
                  cell: ({ kind, side }) =>
                    `${t(`evaluations.kind.${kind}`)} · ${t(`evaluations.of.${side}`)}`,
                },
                {
                  head: t('evaluations.status'),
                  cell: ({ state }) => <Status tone={tones[state]}>{t(`state.${state}`)}</Status>,
                },
                { head: t('evaluations.due'), cell: ({ dueAt }) => f.instant(dueAt, ownZone()) },
                {
                  head: t('evaluations.way'),
                  cell: (evaluation) => (
                    <span class="row">
                      <Way evaluation={evaluation} reader={reader} />
                      {reader === 'coordinator' && (
                        <Excuse evaluation={evaluation} onDone={() => void list.reload()} />
                      )}
                    </span>
                  ),
                },
              ]}
            />
          )}
        </Loaded>
      </Panel>
    </div>
  );
}
