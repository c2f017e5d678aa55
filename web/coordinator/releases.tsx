import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { FactList } from '../components/facts.tsx';
import { Empty } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { State } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { NeedsCycle } from './needs-cycle.tsx';

type Offer = Result<'listReleases'>['items'][number];

function Decision(props: { offer: Offer; onDecided: () => void }) {
  const t = useT('offer');
  const call = useClient();
  const { id, version, studentName: name, release } = props.offer;
  const [asked, setAsked] = useState<'grant' | 'refuse'>();
  const decide = useAction(async (grant: boolean, reason: string) => {
    await call('decideRelease', {
      params: { offerId: id },
      body: { grant, reason, by: release?.by },
      ifMatch: version,
    });
    setAsked(undefined);
    props.onDecided();
  });
  const granting = asked === 'grant';
  return (
    <>
      <div class="row">
        <Button label={t('queue.grantOf', { name })} onClick={() => setAsked('grant')}>
          {t('queue.grant')}
        </Button>
        <Button kind="quiet" label={t('queue.refuseOf', { name })} onClick={() => setAsked('refuse')}>
          {t('queue.refuse')}
        </Button>
      </div>
      <ReasonDialog
        open={asked !== undefined}
        title={t(granting ? 'queue.grantOf' : 'queue.refuseOf', { name })}
        label={t(granting ? 'queue.note' : 'queue.refusal')}
        submit={t(granting ? 'queue.grant' : 'queue.refuse')}
        action={decide}
        onSubmit={(reason) => void decide.run(granting, reason)}
        onClose={() => setAsked(undefined)}
      >
        {granting && release !== undefined && <p>{t(`queue.effect.${release.by}`)}</p>}
      </ReasonDialog>
    </>
  );
}

function Request(props: { offer: Offer; onDecided: () => void }) {
  const t = useT('offer');
  const say = useBilingual();
  const { offer } = props;
  const { release, posting, studentName, studentId } = offer;
  if (release === undefined) return null;
  return (
    <Panel
      title={`${t(`queue.who.${release.by}`)} · ${studentName}`}
      actions={<State of="offer" is={offer.state} />}
    >
      <p>{t(`queue.asks.${release.asks}`)}</p>
      <FactList
        of={[
          [
            t('queue.student'),
            <a href={`/coordinator/students/${encodeURIComponent(studentId)}`}>{studentName}</a>,
          ],
          [
            t('queue.posting'),
            <>
              <a href={`/coordinator/postings/${posting.id}`}>{say(posting.content.title)}</a>{' '}
              <span class="muted">{say(posting.company.name)}</span>
            </>,
          ],
          [t('queue.asked'), <DateTime at={release.askedAt} />],
          [t('queue.reason'), release.reason],
        ]}
      />
      <Decision offer={offer} onDecided={props.onDecided} />
    </Panel>
  );
}

function List(props: { cycleId: string }) {
  const t = useT('offer');
  const list = useResource('listReleases', {
    params: { cycleId: props.cycleId },
    query: { cursor: useQuery().one('cursor'), limit: 50 },
  });
  return (
    <Loaded of={list} lines={6}>
      {({ items, next }) =>
        items.length === 0 ? (
          <Empty title={t('queue.empty')}>{t('queue.emptyBody')}</Empty>
        ) : (
          <>
            {items.map((offer) => (
              <Request key={offer.id} offer={offer} onDecided={() => void list.reload()} />
            ))}
            <Pager next={next} />
          </>
        )
      }
    </Loaded>
  );
}

/** What parties of offers ask for, each with what a decision does before it is made. */
export default function Releases() {
  const t = useT('offer');
  return (
    <Page title={t('queue.title')} lead={t('queue.lead')} compact>
      <NeedsCycle>{(cycle) => <List cycleId={cycle.id} />}</NeedsCycle>
    </Page>
  );
}
