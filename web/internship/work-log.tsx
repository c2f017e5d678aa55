import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { Panel } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { Status } from '../components/status.tsx';
import { TextArea } from '../components/text-field.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { DoneBy } from './done-by.tsx';
import { isOver, type PartProps, type Placement, type Reader } from './placement.ts';

type Week = Result<'listWorkLog'>['items'][number];

/** What a student writes about one week. */
function WeekForm(props: {
  placement: Placement;
  week: number;
  before: Week | undefined;
  onSaved: () => void;
}) {
  const t = useT('internship');
  const call = useClient();
  const { placement, week, before } = props;
  const form = useForm({ text: before?.text ?? '' }, `week ${week}`);
  const save = useAction(() => {
    const params = { placementId: placement.id, week };
    return call('writeWorkLog', { params, body: form.values, ifMatch: before?.version ?? 0 });
  });
  return (
    <Form
      onSubmit={() => void save.run().then((saved) => saved && props.onSaved())}
      submit={t('log.save')}
      pending={save.pending}
      problem={save.problem}
      before={form.before}
    >
      <TextArea {...form.field('text')} label={t('log.text')} rows={4} max={4000} />
    </Form>
  );
}

/** A comment, and for the company the last word: the week stays as it is. */
function CommentForm(props: { placement: Placement; entry: Week; reader: Reader; onSaved: () => void }) {
  const t = useT('internship');
  const call = useClient();
  const { placement, entry, reader } = props;
  const form = useForm({ text: '' }, `comment ${entry.week}`);
  const at = { params: { placementId: placement.id, week: entry.week }, ifMatch: entry.version };
  const comment = useAction(() => call('commentWorkLog', { ...at, body: form.values }));
  const send = async () => {
    if ((await comment.run()) === undefined) return;
    form.set('text', '');
    props.onSaved();
  };
  const sign = useAction(async () => {
    await call('countersignWorkLog', at);
    props.onSaved();
  });
  return (
    <>
      <Form
        onSubmit={() => void send()}
        submit={t('log.commentSubmit')}
        pending={comment.pending}
        problem={comment.problem}
        before={form.before}
        actions={
          reader === 'company' && (
            <Button kind="quiet" pending={sign.pending} onClick={() => void sign.run()}>
              {t('log.countersign', { week: entry.week })}
            </Button>
          )
        }
      >
        <TextArea {...form.field('text')} label={t('log.comment')} rows={2} max={2000} />
      </Form>
      <ProblemNotice problem={sign.problem} />
    </>
  );
}

function WeekEntry(props: { placement: Placement; entry: Week; reader: Reader; reload: () => void }) {
  const t = useT('internship');
  const f = useFormat();
  const { placement, entry, reader, reload } = props;
  const [open, setOpen] = useState<'change' | 'comment'>();
  const done = () => {
    setOpen(undefined);
    reload();
  };
  const fixed = entry.countersignedAt !== undefined || reader === 'coordinator' || isOver(placement);
  return (
    <section>
      <h3>{t('log.week', { week: entry.week })}</h3>
      {open === 'change' ? (
        <WeekForm placement={placement} week={entry.week} before={entry} onSaved={done} />
      ) : (
        <p class="prose">{entry.text}</p>
      )}
      {entry.comments.map(({ by, at, text }) => (
        <blockquote key={at} class="remark">
          <p>{text}</p>
          <DoneBy by={by} at={at} />
        </blockquote>
      ))}
      {entry.countersignedAt !== undefined && (
        <p>
          <Status tone="good">
            {t('log.countersigned', { at: f.day(entry.countersignedAt, ownZone()) })}
          </Status>
        </p>
      )}
      {!fixed && open === undefined && (
        <p class="row">
          {reader === 'student' && (
            <Button kind="quiet" onClick={() => setOpen('change')}>
              {t('log.change')}
            </Button>
          )}
          <Button kind="quiet" onClick={() => setOpen('comment')}>
            {t('log.comment')}
          </Button>
        </p>
      )}
      {open === 'comment' && (
        <CommentForm placement={placement} entry={entry} reader={reader} onSaved={done} />
      )}
    </section>
  );
}

/** The weekly log, the newest week first; the student writes the first that is not written. */
export function WorkLogPanel({ placement, reader }: PartProps) {
  const t = useT('internship');
  const log = useResource('listWorkLog', { params: { placementId: placement.id } });
  const reload = () => void log.reload();
  return (
    <div id="log">
      <Panel title={t('log.title')}>
        <p>{t('log.lead')}</p>
        <Loaded of={log}>
          {({ items, begun }) => {
            const next = Array.from({ length: begun }, (_, index) => index + 1).find(
              (week) => !items.some((one) => one.week === week),
            );
            return (
              <>
                {reader === 'student' && next !== undefined && !isOver(placement) && (
                  <details>
                    <summary>{t('log.write', { week: next })}</summary>
                    <WeekForm
                      key={next}
                      placement={placement}
                      week={next}
                      before={undefined}
                      onSaved={reload}
                    />
                  </details>
                )}
                {items.length === 0 && <p class="muted">{t(begun === 0 ? 'log.notBegun' : 'log.none')}</p>}
                {items.toReversed().map((entry) => (
                  <WeekEntry
                    key={entry.week}
                    placement={placement}
                    entry={entry}
                    reader={reader}
                    reload={reload}
                  />
                ))}
              </>
            );
          }}
        </Loaded>
      </Panel>
    </div>
  );
}
