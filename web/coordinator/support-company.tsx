import { useClient } from '../api/context.ts';
import { orNoPage } from '../api/no-page.ts';
import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { CompanyFacts } from '../company/company-facts.tsx';
import { useBilingual } from '../components/bilingual.tsx';
import { Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { companyName } from './company-name.ts';
import { SupportLook } from './support-look.tsx';
import { ListStates, MoreTime, Offers, SentNotices } from './support-parts.tsx';

function PostingSeen(props: { posting: Result<'getCompanySupport'>['postings'][number] }) {
  const t = useT('desk');
  const words = useT('shared');
  const say = useBilingual();
  const { title, state, applications, rankLists } = props.posting;
  return (
    <li class="stack">
      <p>
        <span class="strong">{say(title)}</span> {words.maybe(`states.posting.${state}`) ?? state}
      </p>
      <p class="muted">
        {Object.entries(applications)
          .map(([name, count]) =>
            t('support.counts', { state: words.maybe(`states.application.${name}`) ?? name, count }),
          )
          .join(' · ')}
      </p>
      <ListStates lists={rankLists} />
    </li>
  );
}

function Seen(props: { companyId: string; lookId: string }) {
  const t = useT('desk');
  const seen = useResource('getCompanySupport', { params: props });
  return (
    <Loaded of={seen} lines={10}>
      {({ company, recruiters, postings, offers, extensions }) => (
        <>
          <Panel title={companyName(company)}>
            <p>
              <State of="company" is={company.state} />
            </p>
            <CompanyFacts content={company.content} />
          </Panel>
          <Panel title={t('support.postings')}>
            {postings.length === 0 && <p class="muted">{t('support.none')}</p>}
            <ul>
              {postings.map((posting) => (
                <PostingSeen key={posting.id} posting={posting} />
              ))}
            </ul>
          </Panel>
          <Offers offers={offers} />
          <MoreTime extensions={extensions} />
          {recruiters.map(({ email, notices }) => (
            <Panel key={email} title={`${t('support.notices')} · ${email}`}>
              <SentNotices notices={notices} />
            </Panel>
          ))}
        </>
      )}
    </Loaded>
  );
}

export default function SupportCompany() {
  const call = useClient();
  const companyId = useParam('companyId');
  orNoPage(useResource('getCompany', { params: { companyId } }));
  return (
    <SupportLook
      back={`/coordinator/companies/${companyId}`}
      open={(reason) => call('lookAtCompany', { params: { companyId }, body: { reason } })}
    >
      {(lookId) => <Seen companyId={companyId} lookId={lookId} />}
    </SupportLook>
  );
}
