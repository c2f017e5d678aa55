import { useEffect, useRef, useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { asProblem } from '../api/problem.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { ClockChangeNotice } from '../components/clock-change-notice.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { useInterviewProblem } from '../components/interview-problem.ts';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useCity, useHours, useWeekday } from '../components/slot-time.tsx';
import { Status } from '../components/status.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useZones } from '../shell/cycle.tsx';
import { InterviewFields } from './interview-fields.tsx';
import {
  emptyTimes,
  type NewSlots,
  newSlotsOf,
  type Planned,
  type Series,
  type Slots,
} from './interview-times.ts';

function PlannedTime({ slot, zone }: { slot: Planned[number]; zone: string }) {
  const t = useT('interviews');
  const f = useFormat();
  const hours = useHours();
  const nightFor = slot.atNight.map(
    ({ name, zone: theirs = zone }) => `${name} ${f.time(slot.start, theirs)}`,
  );
  return (
    <li>
      {hours({ ...slot, zone }, zone)}{' '}
      {slot.clash !== undefined ? (
        <Status tone="warn">{t('clash', { time: hours({ ...slot.clash, zone }, zone) })}</Status>
      ) : (
        nightFor.length > 0 && <span class="muted">{t('night', { names: f.list(nightFor) })}</span>
      )}
    </li>
  );
}

/** What a series makes, before it is offered; what overlaps other times is shown and left out. */
function Preview({ planned, zone }: { planned: Planned; zone: string }) {
  const t = useT('interviews');
  const f = useFormat();
  const city = useCity();
  const weekday = useWeekday();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [planned]);
  const offered = planned.filter(({ clash }) => clash === undefined);
  const clashing = planned.length - offered.length;
  const sleepers = new Map(offered.flatMap(({ atNight }) => atNight).map(({ id, name }) => [id, name]));
  const always = [...sleepers].filter(([id]) =>
    offered.every(({ atNight }) => atNight.some((one) => one.id === id)),
  );
  const byDay = Map.groupBy(planned, ({ start }) => weekday(start, zone));
  const [first, last] = [planned[0], planned.at(-1)];
  return (
    <div class="stack">
      <h3 ref={title} tabIndex={-1}>
        {t('previewCount', { count: offered.length })}
      </h3>
      {first !== undefined && <p class="hint">{t('previewZone', { zone: city(zone, first.start) })}</p>}
      {clashing > 0 && (
        <Notice tone="warn">
          {offered.length === 0 ? t('noneLeft') : t('leftOut', { count: clashing, all: planned.length })}
        </Notice>
      )}
      {first !== undefined && last !== undefined && (
        <ClockChangeNotice other={zone} from={Date.parse(first.start)} to={Date.parse(last.end)} />
      )}
      {always.length > 0 && (
        <Notice tone="warn">{t('alwaysNight', { names: f.list(always.map(([, name]) => name)) })}</Notice>
      )}
      {[...byDay].map(([day, slots]) => (
        <section key={day}>
          <h4>{day}</h4>
          <ul class="planned">
            {slots.map((slot) => (
              <PlannedTime key={slot.start} slot={slot} zone={zone} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Offers times: one at once, a series after a look at what it makes. What was typed stays. */
export function InterviewOffer(props: {
  postingId: string;
  postingZone: string | undefined;
  now: number;
  onOffered: (slots: Slots, said: string) => void;
}) {
  const t = useT('interviews');
  const call = useClient();
  const { own } = useZones();
  const { postingId, postingZone } = props;
  const form = useForm(emptyTimes(own));
  const [twice, setTwice] = useState<{ earlier: string; later: string }>();
  const [preview, setPreview] = useState<{ body: Series; planned: Planned; count: number }>();
  const zones = [...new Set([own, postingZone ?? own])];
  const params = { postingId };
  const send = async (body: NewSlots, count: number): Promise<void> => {
    const slots = await call('offerInterviewSlots', { params, body });
    setPreview(undefined);
    setTwice(undefined);
    form.set('hour', '');
    form.set('at', '');
    props.onOffered(slots, t('offered', { count }));
  };
  const submit = useAction(async () => {
    const body = newSlotsOf(form.values);
    try {
      if (body.kind === 'one') return await send(body, 1);
      const { items } = await call('previewInterviewSlots', { params, body });
      const leaveOut = items.filter(({ clash }) => clash !== undefined).map(({ start }) => start);
      setPreview({
        body: { ...body, leaveOut },
        planned: items,
        count: items.length - leaveOut.length,
      });
    } catch (thrown) {
      const problem = asProblem(thrown);
      const { earlier, later } = problem.facts;
      if (problem.code === 'time_repeated' && typeof earlier === 'string' && typeof later === 'string')
        setTwice({ earlier, later });
      throw problem;
    }
  });
  const offer = useAction(send);
  const offerProblem = useInterviewProblem('interviews', offer.problem);
  const problem = useInterviewProblem('interviews', submit.problem);
  return (
    <Panel title={t('offer')}>
      {preview === undefined ? (
        <Form
          onSubmit={() => void submit.run()}
          submit={t(form.values.kind === 'one' ? 'submitOne' : 'preview')}
          pending={submit.pending}
          problem={problem}
        >
          <InterviewFields form={form} zones={zones} now={props.now} twice={twice} />
        </Form>
      ) : (
        <>
          <Preview planned={preview.planned} zone={preview.body.zone} />
          <ProblemNotice problem={offerProblem} />
          <div class="row">
            {preview.count > 0 && (
              <Button pending={offer.pending} onClick={() => void offer.run(preview.body, preview.count)}>
                {t('submitSeries', { count: preview.count })}
              </Button>
            )}
            <Button
              kind="quiet"
              onClick={() => {
                offer.clear();
                setPreview(undefined);
              }}
            >
              {t('change')}
            </Button>
          </div>
        </>
      )}
    </Panel>
  );
}
