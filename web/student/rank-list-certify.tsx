import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Done } from '../components/done.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useOwnCycle } from '../shell/own-time.ts';
import { CertifiedChoices } from './certified-choices.tsx';
import { ChoicesInWords } from './choices-in-words.tsx';
import { optionOf } from './rank-list-options.ts';
import { roundToRank, useRounds } from './rounds.ts';

function OfRound(props: { roundId: string; now: number }) {
  const t = useT('student');
  const say = useBilingual();
  const call = useClient();
  const cycle = useOwnCycle('ranking');
  const [done, setDone] = useState(false);
  const params = { roundId: props.roundId };
  const list = useResource('getMyRankList', { params });
  const certify = useAction((version: number) => call('certifyMyRankList', { params, ifMatch: version }));
  const send = async (version: number) => {
    const certified = await certify.run(version);
    if (certified === undefined) return;
    list.set(certified);
    setDone(true);
  };
  return (
    <Loaded of={list}>
      {(data) => {
        const Told = done ? Done : Notice;
        if (done || data.state === 'certified')
          return (
            <>
              <Told tone="good">{t('rankList.check.done')}</Told>
              <CertifiedChoices list={data} />
              <p>
                <ButtonLink href="/student/rank-list">{t('rankList.check.toList')}</ButtonLink>
              </p>
            </>
          );
        if (cycle !== undefined && cycle.phase !== 'ranking')
          return <Empty title={t('rankList.check.notYet')}>{t('rankList.check.notYetBody')}</Empty>;
        if (data.choices.length === 0)
          return <Empty title={t('rankList.check.notYet')}>{t('rankList.check.emptyBody')}</Empty>;
        const barred = data.choices.filter((id) => optionOf(data, id)?.rankable !== true);
        if (barred.length > 0)
          return (
            <Notice tone="warn" title={t('rankList.check.notYet')}>
              <p>{t('rankList.check.unrankable')}</p>
              <ul>
                {barred.map((id) => (
                  <li key={id}>{say(optionOf(data, id)?.title ?? {}) || t('rankList.check.gone')}</li>
                ))}
              </ul>
            </Notice>
          );
        return (
          <>
            <ChoicesInWords list={data} ids={data.choices} />
            <p>{t('rankList.check.rule')}</p>
            <p>
              {t('rankList.check.until')} {t('rankList.closes')}{' '}
              <DateTime at={data.closesAt} now={props.now} />
            </p>
            <ProblemNotice problem={certify.problem} />
            <p>
              <Button pending={certify.pending} onClick={() => void send(data.version)}>
                {t('rankList.check.button')}
              </Button>
            </p>
          </>
        );
      }}
    </Loaded>
  );
}

/** Certifying is a step of its own: the choices in words, what they mean, one button. */
export default function CertifyRankList() {
  const t = useT('student');
  const now = Date.now();
  const rounds = useRounds();
  return (
    <Page
      title={t('rankList.check.title')}
      lead={t('rankList.check.lead')}
      back={{ href: '/student/rank-list', label: t('rankList.check.back') }}
      narrow
    >
      <Loaded of={rounds}>
        {(data) => {
          const round = roundToRank(data);
          return round === undefined ? (
            <Empty title={t('rankList.check.notYet')}>{t('rankList.check.notYetBody')}</Empty>
          ) : (
            <OfRound roundId={round.id} now={now} />
          );
        }}
      </Loaded>
    </Page>
  );
}
