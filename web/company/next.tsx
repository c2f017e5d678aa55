import type { Result } from '../api/types.ts';
import { Panel } from '../components/page.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useCycleNow } from '../shell/cycle-now.ts';

type Posting = Result<'listCompanyPostings'>['items'][number];

/** What a company has to do in the phase under way, most urgent first. */
export function Next(props: { company: Result<'getCompany'>; postings: readonly Posting[]; now: number }) {
  const t = useT('company');
  const f = useFormat();
  const cycle = useCycleNow().data;
  const count = (state: Posting['state']) =>
    props.postings.filter((posting) => posting.state === state).length;
  const waiting = props.postings.reduce((sum, posting) => sum + (posting.waiting ?? 0), 0);
  const all = '/company/postings';
  const things: { text: string; href: string }[] = [];
  const add = (when: boolean, text: string, href: string) => void (when && things.push({ text, href }));

  const ends = (phase: 'posting' | 'applying' | 'shortlisting' | 'ranking') =>
    cycle === undefined ? '' : f.relative(cycle.windows[phase].to, props.now);
  const { state } = props.company;
  add(state === 'draft' || state === 'needs_info', t('next.verification'), '/company/profile');
  add(count('changes_requested') > 0, t('next.changes', { count: count('changes_requested') }), all);
  add(cycle?.phase === 'ranking', t('next.certify', { ends: ends('ranking') }), all);
  add(
    cycle?.phase === 'shortlisting' && waiting > 0,
    t('next.outcomes', { ends: ends('shortlisting') }),
    all,
  );
  add(cycle?.phase === 'applying' && waiting > 0, t('next.review', { count: waiting }), all);
  add(count('approved') > 0, t('next.publish', { count: count('approved') }), all);
  add(count('draft') > 0, t('next.drafts', { count: count('draft') }), all);
  add(
    props.postings.length === 0 && props.company.state === 'verified',
    t('next.first'),
    '/company/postings/new',
  );
  add(cycle?.phase === 'confirming', t('next.results'), '/company/results');
  return (
    <Panel title={t('next.title')}>
      {things.length === 0 ? (
        <p>{t('next.nothing')}</p>
      ) : (
        <ul class="stack">
          {things.map(({ text, href }) => (
            <li key={text}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
