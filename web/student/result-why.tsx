import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Panel } from '../components/page.tsx';
import { Icon } from '../components/icon.tsx';
import { useT } from '../i18n/use-lang.tsx';

type Choices = Result<'getMyResult'>['choices'];

/** "Why not me": each choice in order, one sentence each, cause before number. */
export function WhyEachChoice(props: { choices: Choices }) {
  const companies = useResource('listMyApplications', { query: { limit: 200 } }).data?.items;
  const t = useT('student');
  const say = useBilingual();
  const icon = { assigned: 'check', belowAssigned: 'none' } as const;
  return (
    <Panel title={t('result.whyTitle')}>
      <p class="muted">{t('result.whyLead')}</p>
      <ol class="why">
        {props.choices.map(({ postingId, title, place, reason, seats }) => (
          <li key={postingId} class={reason}>
            <span class="mark" aria-hidden="true">
              <Icon name={reason === 'assigned' || reason === 'belowAssigned' ? icon[reason] : 'cross'} />
            </span>
            <div>
              <p>
                <span class="muted">{t('result.place', { place })}</span>{' '}
                <a href={`/postings/${postingId}`}>{say(title) || t('result.gone')}</a>{' '}
                {say(companies?.find((one) => one.postingId === postingId)?.posting.company.name ?? {})}
              </p>
              <p>{t(`result.reason.${reason}`, { count: seats })}</p>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
