import { useRef } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { orNoPage } from '../api/no-page.ts';
import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { OrderList } from '../components/order-list.tsx';
import type { Ranked } from '../components/tied-order.ts';
import { useAnew } from '../components/use-anew.ts';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { currentRound, type PublicRound } from '../shell/current-round.ts';
import { useParam, useQuery } from '../shell/place.tsx';
import { Certify } from './certify.tsx';
import { applicantHref, useUnnamed } from './use-outcome.ts';

type RankList = Result<'getPostingRankList'>;

/** Saves at once what is not saved yet; false when that did not succeed. */
type Settle = { current: (() => Promise<boolean>) | undefined };

interface OrderProps {
  list: RankList;
  set: (list: RankList) => void;
  settle: Settle;
  reload: () => Promise<void>;
  onStale: () => void;
}

function Order(props: OrderProps) {
  const t = useT('company');
  const words = useT('shared');
  const f = useFormat();
  const say = useBilingual();
  const unnamed = useUnnamed();
  const call = useClient();
  const { list } = props;
  const version = useRef(list.version);
  const { roundId, postingId } = list;
  const save = async (order: readonly Ranked[]) => {
    const saved = await call('savePostingRankList', {
      params: { roundId, postingId },
      body: { choices: order.map((entry) => (typeof entry === 'string' ? entry : [...entry])) },
      ifMatch: version.current,
    });
    version.current = saved.version;
    props.set(saved);
  };
  const applicants = useResource('listApplicants', {
    params: { postingId },
    query: { limit: 200, sort: 'fit' },
  });
  const applicantOf = new Map(applicants.data?.items.map((one) => [String(one.studentId), one]));
  const fitOf = (id: string): number => applicantOf.get(id)?.fit?.score ?? 0;
  const rankableFirst = list.options.toSorted(
    (a, b) => Number(b.rankable) - Number(a.rankable) || fitOf(b.id) - fitOf(a.id),
  );
  const items = rankableFirst.map(({ id, title, note, rankable }) => {
    const applicant = applicantOf.get(id);
    const name = say(title);
    return {
      id: String(id),
      name,
      detail: (
        <p class="muted">
          {[
            say(note ?? {}),
            rankable ? '' : t('rankList.notRankable'),
            applicant?.fit && t('rankList.fit', { points: f.number(applicant.fit.score * 100) }),
          ]
            .filter(Boolean)
            .join(' · ')}{' '}
          {applicant !== undefined && (
            <a class="nowrap" href={applicantHref(applicant)} aria-label={t('rankList.lookOf', { name })}>
              {t('rankList.look')}
            </a>
          )}
        </p>
      ),
    };
  });
  return (
    <OrderList
      label={t('rankList.label')}
      items={items}
      ended={(id) => ({ id, name: unnamed(id), detail: <p class="error">{t('rankList.gone')}</p> })}
      reread={props.reload}
      ties
      initial={list.choices}
      save={save}
      settle={props.settle}
      removable
      onStale={props.onStale}
      rest={(ids, add) => {
        const left = items.filter(({ id }) => !ids.includes(id));
        // Nobody moves away under the hand that adds: they are shown once it is known in what order.
        if (applicants.data === undefined && applicants.problem === undefined) return null;
        return (
          <section class="stack">
            {ids.length === 0 && <p>{t('rankList.none')}</p>}
            <h3>{t('rankList.rest')}</h3>
            {left.length === 0 ? (
              <p class="muted">{t('rankList.restEmpty')}</p>
            ) : (
              <ul class="tasks">
                {left.map(({ id, name, detail }) => (
                  <li key={id}>
                    <div>
                      <span class="strong">{name}</span> {detail}
                    </div>
                    <Button kind="quiet" label={t('rankList.addOf', { name })} onClick={() => add(id)}>
                      {words('form.add')}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      }}
    />
  );
}

function Shown(props: Pick<OrderProps, 'list' | 'set' | 'reload'> & { now: number }) {
  const t = useT('company');
  const { list, set, now } = props;
  const [key, anew] = useAnew(list.version, props.reload);
  const settle: Settle = useRef(undefined);
  if (list.options.length === 0 && list.state !== 'locked')
    return <Empty title={t('rankList.empty')}>{t('rankList.emptyBody')}</Empty>;
  return (
    <>
      <p>
        {t('rankList.seats', { count: list.capacity })} {t('rankList.closes')}{' '}
        <DateTime at={list.closesAt} now={now} />
      </p>
      {list.state === 'locked' ? (
        <Notice tone="info">{t('rankList.locked')}</Notice>
      ) : (
        <Panel title={t('rankList.order')}>
          <p class="muted">{t('rankList.orderHint')}</p>
          <p class="muted">{t('rankList.equalHint')}</p>
          <Order key={key} list={list} set={set} settle={settle} reload={props.reload} onStale={anew} />
        </Panel>
      )}
      <Certify list={list} set={set} saved={async () => (await settle.current?.()) ?? true} />
    </>
  );
}

function OfRound(props: { roundId: string; postingId: string; now: number }) {
  const list = useResource('getPostingRankList', {
    params: { roundId: props.roundId, postingId: props.postingId },
  });
  return (
    <>
      {list.data !== undefined && <State of="rankList" is={list.data.state} />}
      <Loaded of={list} lines={8}>
        {(data) => <Shown list={data} set={list.set} reload={list.reload} now={props.now} />}
      </Loaded>
    </>
  );
}

/** Which round's list is shown, with the way to those of the others. */
function RoundChoice(props: { rounds: readonly PublicRound[]; shown: PublicRound; postingId: string }) {
  const t = useT('supplementary');
  const name = ({ kind, number }: PublicRound) => t(`round.${kind}`, { number });
  const others = props.rounds.filter(
    ({ id, state }) => id !== props.shown.id && state !== 'voided' && state !== 'failed',
  );
  return (
    <p class="row">
      <span class="strong">
        {t('seats.view')} {name(props.shown)}
      </span>
      {others.map((round) => (
        <a key={round.id} href={`/company/postings/${props.postingId}/rank-list?round=${round.id}`}>
          {name(round)}
        </a>
      ))}
    </p>
  );
}

export default function RankListPage() {
  const t = useT('company');
  const say = useBilingual();
  const now = Date.now();
  const postingId = useParam('postingId');
  const asked = useQuery().one('round');
  const posting = orNoPage(useResource('getPosting', { params: { postingId } })).data;
  const rounds = useResource(posting !== undefined && 'listRounds', {
    params: { cycleId: posting?.cycleId ?? 'current' },
  });
  return (
    <Page
      title={t('rankList.title')}
      lead={posting === undefined ? undefined : say(posting.content.title)}
      back={{ href: `/company/postings/${postingId}` }}
    >
      <Notice tone="info">{t('rankList.secret')}</Notice>
      <Loaded of={rounds}>
        {({ items }) => {
          const round = items.find(({ id }) => id === asked) ?? currentRound(items);
          return round === undefined ? (
            <Empty title={t('rankList.noRound')}>{t('rankList.noRoundBody')}</Empty>
          ) : (
            <>
              {items.length > 1 && <RoundChoice rounds={items} shown={round} postingId={postingId} />}
              <OfRound key={round.id} roundId={round.id} postingId={postingId} now={now} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
