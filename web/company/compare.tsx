import { orNoPage } from '../api/no-page.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { FitBar } from '../components/fit-bar.tsx';
import { Criterion, fixedOrder } from '../components/fit-parts.tsx';
import { factSentence } from '../components/fit-words.ts';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { useNames } from '../components/taxonomy.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useParam, useQuery } from '../shell/place.tsx';
import { useProfileFacts } from './profile-facts.tsx';
import { applicantHref, useApplicantName } from './use-outcome.ts';
import type { Applicant } from './use-outcome.ts';

/** What each criterion gave the two, where both have a fit that may be shown. */
function ComparedFit(props: { left: Applicant; right: Applicant }) {
  const t = useT('shared');
  const f = useFormat();
  const names = useNames();
  const both = [props.left, props.right].map(({ shown, fit }) => (shown ? fit?.parts : undefined));
  if (both.includes(undefined)) return null;
  const points = (value: number) => f.number(value * 100, 0);
  const rows = fixedOrder.flatMap((criterion) => {
    const parts = both.map((all) => all?.find((part) => part.criterion === criterion && part.weight > 0));
    return parts.includes(undefined) ? [] : [{ criterion, parts }];
  });
  return rows.map(({ criterion, parts }) => (
    <tr key={criterion}>
      <th scope="row">
        <Criterion is={criterion} />
      </th>
      {parts.map(
        (part, side) =>
          part && (
            <td key={side}>
              <b>{t('fit.sum', { points: points(part.points), total: points(part.weight) })}</b>{' '}
              <span class="muted">{factSentence(part.facts, { t, f, names })}</span>
            </td>
          ),
      )}
    </tr>
  ));
}

/** Two applicants fact by fact; a fact that neither has is left out. */
function Compared(props: { left: Applicant; right: Applicant; now: number }) {
  const t = useT('company');
  const facts = useProfileFacts();
  const nameOf = useApplicantName();
  const { left, right } = props;
  const theirs = facts(right.profile, props.now);
  const rows = facts(left.profile, props.now).flatMap(([name, value], index) => {
    const other = theirs[index]?.[1];
    return value || other ? [[name, value, other] as const] : [];
  });
  const head = (applicant: Applicant) => (
    <th key={applicant.id} scope="col">
      <a href={applicantHref(applicant)}>{nameOf(applicant)}</a>{' '}
      <State of="application" is={applicant.state} />
    </th>
  );
  const fit = (applicant: Applicant) => (
    <td key={applicant.id} class="whole">
      <span class="who strong">{nameOf(applicant)}</span>
      {!applicant.shown ? (
        t('applicant.noLonger')
      ) : applicant.fit === undefined ? (
        t('applicants.notRanked')
      ) : (
        <FitBar parts={applicant.fit.parts} compact />
      )}
    </td>
  );
  return (
    <table class="compare">
      <caption class="unseen">{t('compare.caption')}</caption>
      <thead>
        <tr>
          <th scope="col" class="corner">
            {t('compare.fact')}
          </th>
          {head(left)}
          {head(right)}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('applicant.fit')}</th>
          {fit(left)}
          {fit(right)}
        </tr>
        <ComparedFit left={left} right={right} />
        <tr>
          <th scope="row">{t('applicant.statement')}</th>
          <td>{left.content.statement ?? '–'}</td>
          <td>{right.content.statement ?? '–'}</td>
        </tr>
        {rows.map(([name, value, other]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value || '–'}</td>
            <td>{other || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export default function Compare() {
  const t = useT('company');
  const say = useBilingual();
  const now = Date.now();
  const postingId = useParam('postingId');
  const [a, b] = useQuery().all('a');
  const posting = orNoPage(useResource('getPosting', { params: { postingId } })).data;
  const both = a !== undefined && b !== undefined;
  const left = useResource(both && 'getApplicant', { params: { applicationId: a ?? '' } });
  const right = useResource(both && 'getApplicant', { params: { applicationId: b ?? '' } });
  return (
    <Page
      title={t('compare.title')}
      lead={posting === undefined ? undefined : say(posting.content.title)}
      back={{ href: `/company/postings/${postingId}/applicants`, label: t('applicants.title') }}
    >
      {both ? (
        <Loaded of={left} lines={8}>
          {(one) => <Loaded of={right}>{(other) => <Compared left={one} right={other} now={now} />}</Loaded>}
        </Loaded>
      ) : (
        <Empty title={t('compare.empty')}>{t('applicants.pickTwo')}</Empty>
      )}
    </Page>
  );
}
