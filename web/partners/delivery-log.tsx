import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import type { Resource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { Status, type Tone } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useZones } from '../shell/cycle.tsx';
import { useEventWords } from './event-words.ts';

export type Log = Result<'listDeliveries'>;
type Delivery = Log['items'][number];

const tones: Readonly<Record<Delivery['state'], Tone>> = { pending: 'info', delivered: 'good', dead: 'bad' };

/** How the last try went: the state, the answer's status or why there is none, how long it took. */
function Outcome(props: { of: Delivery }) {
  const t = useT('partners');
  const f = useFormat();
  const zones = useZones();
  const { state, last, tries, nextAt } = props.of;
  const failure =
    last?.failure === undefined
      ? undefined
      : (t.maybe(`hooks.failures.${last.failure}`) ?? t('hooks.failures.other', { code: last.failure }));
  const facts = [
    failure ?? last?.status,
    last !== undefined && last.ms > 0 && t('hooks.ms', { ms: last.ms }),
    tries > 1 && t('hooks.tries', { count: tries }),
    nextAt !== undefined && t('hooks.next', { at: f.instant(nextAt, zones.own) }),
  ].filter((fact) => fact !== undefined && fact !== false);
  const word = state === 'pending' && tries === 0 ? 'waiting' : state;
  return (
    <>
      <Status tone={tones[state]}>{t(`hooks.states.${word}`)}</Status>{' '}
      <span class="muted">{facts.join(' · ')}</span>
    </>
  );
}

/** What was sent to one endpoint, newest first. */
export function DeliveryLog(props: { of: Resource<Log>; name: string }) {
  const t = useT('partners');
  const say = useEventWords();
  const call = useClient();
  const replay = useAction(async ({ webhookId, eventId, version }: Delivery) => {
    await call('replayDelivery', { params: { webhookId, eventId }, ifMatch: version });
    await props.of.reload();
  });
  return (
    <>
      <ProblemNotice problem={replay.problem} />
      <Loaded of={props.of} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="muted">{t('hooks.noLog')}</p>
          ) : (
            <Table
              caption={t('hooks.ofHook', { what: t('hooks.log'), name: props.name })}
              quietCaption
              rows={items}
              rowKey={({ eventId }) => eventId}
              columns={[
                { head: t('hooks.type'), main: true, cell: ({ type }) => say(type) },
                { head: t('hooks.event'), cell: ({ eventId }) => <code class="address">{eventId}</code> },
                { head: t('hooks.at'), cell: ({ createdAt }) => <DateTime at={createdAt} /> },
                { head: t('hooks.result'), cell: (delivery) => <Outcome of={delivery} /> },
                { head: t('hooks.answer'), cell: ({ last }) => last?.answer ?? '–' },
                {
                  head: t('action'),
                  cell: (delivery) =>
                    delivery.state !== 'pending' && (
                      <Button
                        kind="quiet"
                        label={t('hooks.replayOf', { id: delivery.eventId })}
                        pending={replay.pending}
                        onClick={() => void replay.run(delivery)}
                      >
                        {t('hooks.replay')}
                      </Button>
                    ),
                },
              ]}
            />
          )
        }
      </Loaded>
      <Button kind="quiet" onClick={() => void props.of.reload()}>
        {t('hooks.reload')}
      </Button>
    </>
  );
}
