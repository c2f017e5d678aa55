import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Panel } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { Status } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { PublicRound } from '../shell/current-round.ts';

type OpenSeats = Result<'listCompanyOpenSeats'>['items'][number];

function Choice(props: { open: OpenSeats; onChosen: () => void }) {
  const t = useT('supplementary');
  const say = useBilingual();
  const call = useClient();
  const { open } = props;
  const [asking, setAsking] = useState(false);
  const title = say(open.posting.content.title);
  const choose = useAction(async (takesPart: boolean) => {
    const { roundId, postingId, version } = open;
    await call('chooseOpenSeats', { params: { roundId, postingId }, body: { takesPart }, ifMatch: version });
    setAsking(false);
    props.onChosen();
  });
  if (!open.takesPart)
    return (
      <>
        <ProblemNotice problem={choose.problem} />
        <Button
          kind="quiet"
          label={t('company.optInOf', { title })}
          pending={choose.pending}
          onClick={() => void choose.run(true)}
        >
          {t('company.optIn')}
        </Button>
      </>
    );
  return (
    <>
      <Button kind="quiet" label={t('company.optOutOf', { title })} onClick={() => setAsking(true)}>
        {t('company.optOut')}
      </Button>
      <Confirm
        open={asking}
        title={t('company.optOutOf', { title })}
        confirm={t('company.optOut')}
        danger
        action={choose}
        onConfirm={() => void choose.run(false)}
        onClose={() => setAsking(false)}
      >
        <p>{t('company.sure')}</p>
      </Confirm>
    </>
  );
}

/** What a company's postings bring into an open supplementary round, and the choice to keep one out. */
export function CompanyOpenSeats(props: { companyId: string; round: PublicRound; now: number }) {
  const t = useT('supplementary');
  const say = useBilingual();
  const { companyId, round, now } = props;
  const list = useResource('listCompanyOpenSeats', { params: { companyId, roundId: round.id } });
  const to = round.terms?.applying.to;
  const choosing =
    round.state === 'open' && round.step === 'applying' && to !== undefined && Date.parse(to) > now;
  return (
    <Panel title={t('company.title')}>
      <Loaded of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('company.none')}</p>
          ) : (
            <>
              <p>{t('company.body')}</p>
              {choosing && to !== undefined ? (
                <p>
                  {t('company.until')} <DateTime at={to} now={now} />
                </p>
              ) : (
                <p class="muted">{t('company.closed')}</p>
              )}
              <Table
                caption={t('company.title')}
                quietCaption
                rows={items}
                rowKey={({ postingId }) => postingId}
                columns={[
                  {
                    head: t('company.posting'),
                    main: true,
                    cell: ({ posting }) => say(posting.content.title),
                  },
                  { head: t('company.seats'), numeric: true, cell: ({ seats }) => seats },
                  {
                    head: t('company.part'),
                    cell: ({ takesPart }) => (
                      <Status tone={takesPart ? 'good' : 'quiet'}>
                        {t(takesPart ? 'company.takes' : 'company.out')}
                      </Status>
                    ),
                  },
                  {
                    head: t('company.list'),
                    cell: (open) => (
                      <div class="row">
                        {open.takesPart && (
                          <a
                            href={`/company/postings/${open.postingId}/rank-list?round=${round.id}`}
                            aria-label={t('company.listOf', { title: say(open.posting.content.title) })}
                          >
                            {t('company.list')}
                          </a>
                        )}
                        {choosing && <Choice open={open} onChosen={() => void list.reload()} />}
                      </div>
                    ),
                  },
                ]}
              />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
