import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Select } from '../components/choice-field.tsx';
import { Page } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { CertificateList } from './certificate-list.tsx';

const states = ['eligible', 'issued', 'revoked'] as const;

/** The certificates of a cycle, in all states or in one. */
export default function Certificates() {
  const t = useT('certificate');
  const say = useBilingual();
  const query = useQuery();
  const cycles = useResource('listCycles', { query: { limit: 50 } });
  const ended = cycles.data?.items ?? [];
  const cycleId =
    query.one('cycle') ?? ended.find(({ phase }) => phase === 'archived')?.id ?? ended[0]?.id ?? 'current';
  const state = states.find((one) => one === query.one('state'));
  const list = useResource(cycles.data !== undefined && 'listCycleCertificates', {
    params: { cycleId },
    query: { cursor: query.one('cursor'), limit: 50, state },
  });
  return (
    <Page title={t('all.title')} lead={t('all.lead')} compact>
      <div class="row">
        <Select
          name="cycle"
          label={t('all.cycle')}
          value={cycleId}
          options={ended.map((cycle) => ({ value: cycle.id, label: say(cycle.name) }))}
          onChange={(value) => query.set({ cycle: value })}
        />
        <Select
          name="state"
          label={t('all.state')}
          value={state ?? 'any'}
          options={[
            { value: 'any', label: t('all.any') },
            ...states.map((value) => ({ value, label: t(`all.${value}`) })),
          ]}
          onChange={(value) => query.set({ state: value === 'any' ? undefined : value })}
        />
        <p>
          <a href="/statistics">{t('all.statistics')}</a>
        </p>
      </div>
      <CertificateList list={list} of="cycle" />
    </Page>
  );
}
