import { useRef } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Notice } from '../components/notice.tsx';
import { OrderList } from '../components/order-list.tsx';
import { SeatsInWords } from '../components/seats-in-words.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { useLocation } from '../shell/location.tsx';
import { useOwnCycle } from '../shell/own-time.ts';
import { CertifiedChoices } from './certified-choices.tsx';
import type { RankListView } from './rank-list-options.ts';

/** Which list counts now, in words, and the way to certify this one. */
function Standing(props: {
  list: RankListView;
  cycle: Cycle;
  now: number;
  /** Resolves once the order that is shown is stored: it is the one to be checked. */
  saved: () => Promise<boolean>;
}) {
  const t = useT('student');
  const { route } = useLocation();
  const { list } = props;
  const cycle = useOwnCycle('ranking') ?? props.cycle;
  const open = cycle.phase === 'ranking' && Date.parse(list.closesAt) > props.now;
  return (
    <>
      {list.state === 'certified' ? (
        <Notice tone="good">{t('rankList.certified')}</Notice>
      ) : list.certified === undefined ? (
        <Notice tone="warn">{t('rankList.draft')}</Notice>
      ) : (
        <Notice tone="warn">{t('rankList.changed')}</Notice>
      )}
      {open ? (
        <>
          <p>
            {t('rankList.closes')} <DateTime at={list.closesAt} now={props.now} />
          </p>
          {list.state !== 'certified' && list.choices.length > 0 && (
            <p>
              <Button
                onClick={() => void props.saved().then((is) => is && route('/student/rank-list/certify'))}
              >
                {t('rankList.certify')}
              </Button>
            </p>
          )}
        </>
      ) : (
        <p>
          {t('rankList.certifyFrom')} <DateTime at={cycle.windows.ranking.from} now={props.now} />
        </p>
      )}
    </>
  );
}

/** The list as it is being ordered. It saves itself; what counts changes only when it is certified. */
export function RankListEditor(props: {
  list: RankListView;
  cycle: Cycle;
  now: number;
  onSaved: (list: RankListView) => void;
  reload: () => Promise<void>;
  onStale: () => void;
}) {
  const t = useT('student');
  const say = useBilingual();
  const call = useClient();
  const { list } = props;
  const version = useRef(list.version);
  const settle = useRef<() => Promise<boolean>>(undefined);
  const items = list.options.map(({ id, title, note, rankable, seating }) => {
    const name =
      note === undefined ? say(title) : t('rankList.check.of', { title: say(title), company: say(note) });
    return {
      id: String(id),
      name,
      detail: (
        <>
          <p class="hint">
            {t(rankable ? 'rankList.rankable' : 'rankList.notRankable')}{' '}
            <a href={`/postings/${id}`} aria-label={t('rankList.lookOf', { name })}>
              {t('rankList.look')}
            </a>
          </p>
          {seating !== undefined && <SeatsInWords postingId={id} seating={seating} />}
        </>
      ),
    };
  });
  const save = async (choices: readonly string[]) => {
    const saved = await call('saveMyRankList', {
      params: { roundId: list.roundId },
      body: { choices: [...choices] },
      ifMatch: version.current,
    });
    version.current = saved.version;
    props.onSaved(saved);
  };
  return (
    <>
      <Standing
        list={list}
        cycle={props.cycle}
        now={props.now}
        saved={async () => (await settle.current?.()) ?? true}
      />
      <OrderList
        label={t('rankList.list')}
        items={items}
        ended={(id) => ({
          id,
          name: t('rankList.check.gone'),
          detail: (
            <p class="hint">
              <a href={`/postings/${id}`}>{t('rankList.look')}</a>
            </p>
          ),
        })}
        settle={settle}
        reread={props.reload}
        initial={list.choices.map(String)}
        save={save}
        removable
        onStale={props.onStale}
        rest={(ids, add) => {
          const left = items.filter(({ id }) => !ids.includes(id));
          return (
            // With its heading also once nothing is left: whoever added the last one goes on from there.
            <section class="stack">
              {ids.length === 0 && <p class="strong">{t('rankList.emptyList')}</p>}
              <h2>{t('rankList.rest')}</h2>
              {left.length === 0 ? (
                <p class="muted">{t('rankList.restEmpty')}</p>
              ) : (
                <ul class="tasks">
                  {left.map(({ id, name, detail }) => (
                    <li key={id}>
                      <div>
                        {name}
                        {detail}
                      </div>
                      <Button kind="quiet" label={t('rankList.addOf', { name })} onClick={() => add(id)}>
                        {t('rankList.add')}
                      </Button>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          );
        }}
      />
      <CertifiedChoices list={list} />
    </>
  );
}
