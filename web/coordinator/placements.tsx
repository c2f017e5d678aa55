import type { Args } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { ChoiceLinks } from '../components/choice-links.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { State, Status } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';

type Asked = NonNullable<Args<'listCyclePlacements'>['query']>;

const alarms = [
  'any',
  'agreement_missing',
  'check_in_bad',
  'check_in_missing',
  'evaluation_overdue',
] as const;
const states = ['confirmed', 'onboarding', 'active', 'extended', 'completed', 'terminated'] as const;

function List(props: { cycleId: string; asked: Asked }) {
  const t = useT('internship');
  const f = useFormat();
  const say = useBilingual();
  const list = useResource('listCyclePlacements', {
    params: { cycleId: props.cycleId },
    query: props.asked,
  });
  return (
    <Loaded of={list} lines={8}>
      {({ items, next }) =>
        items.length === 0 ? (
          <Empty title={t('coordinator.none')}>{t('coordinator.noneBody')}</Empty>
        ) : (
          <>
            <Table
              caption={t('coordinator.title')}
              quietCaption
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  head: t('interns.name'),
                  main: true,
                  cell: ({ id, studentName }) => (
                    <a href={`/coordinator/placements/${encodeURIComponent(id)}`}>{studentName}</a>
                  ),
                },
                { head: t('company'), cell: ({ companyName }) => say(companyName) },
                { head: t('interns.posting'), cell: ({ title }) => say(title) },
                {
                  head: t('interns.dates'),
                  cell: ({ startsOn, endsOn }) => `${f.day(startsOn)} – ${f.day(endsOn)}`,
                },
                { head: t('interns.state'), cell: ({ state }) => <State of="placement" is={state} /> },
                {
                  head: t('coordinator.alarm'),
                  cell: (placement) =>
                    placement.alarms.length === 0 ? (
                      <span class="muted">{t('coordinator.noAlarm')}</span>
                    ) : (
                      placement.alarms.map((alarm) => (
                        <Status key={alarm} tone="bad">
                          {t(`coordinator.alarms.${alarm}`)}
                        </Status>
                      ))
                    ),
                },
              ]}
            />
            <Pager next={next} />
          </>
        )
      }
    </Loaded>
  );
}

/** The internships of a cycle, by state and by what is wrong or late. */
export default function Placements() {
  const t = useT('internship');
  const words = useT('shared');
  const say = useBilingual();
  const query = useQuery();
  const cycles = useResource('listCycles', { query: { limit: 20 } });
  const [alarm, state, cycle] = [query.one('alarm'), query.one('state'), query.one('cycle') ?? 'current'];
  const asked: Asked = {
    limit: 50,
    cursor: query.one('cursor'),
    alarm: alarms.find((one) => one === alarm),
    state: states.find((one) => one === state),
  };
  const [current, ...others] = cycles.data?.items ?? [];
  return (
    <Page
      title={t('coordinator.title')}
      lead={t('coordinator.lead')}
      actions={
        <ButtonLink kind="quiet" href="/coordinator/placements/settings">
          {t('coordinator.settings')}
        </ButtonLink>
      }
      compact
    >
      {current !== undefined && (
        <ChoiceLinks
          label={t('coordinator.cycle')}
          name="cycle"
          choices={[
            { value: '', label: say(current.name) },
            ...others.map(({ id, name }) => ({ value: id, label: say(name) })),
          ]}
        />
      )}
      <ChoiceLinks
        label={t('interns.state')}
        name="state"
        choices={[
          { value: '', label: t('coordinator.all') },
          ...states.map((value) => ({ value, label: words(`states.placement.${value}`) })),
        ]}
      />
      <ChoiceLinks
        label={t('coordinator.alarm')}
        name="alarm"
        choices={[
          { value: '', label: t('coordinator.all') },
          ...alarms.map((value) => ({
            value,
            label: value === 'any' ? t('coordinator.any') : t(`coordinator.alarms.${value}`),
          })),
        ]}
      />
      <List cycleId={cycle} asked={asked} />
    </Page>
  );
}
