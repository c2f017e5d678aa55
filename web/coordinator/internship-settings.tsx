import { useResource } from '../api/use-resource.ts';
import { Page } from '../components/page.tsx';
import { Fresh } from '../components/fresh.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { SettingsForm } from '../internship/settings-form.tsx';
import { NeedsCycle } from './needs-cycle.tsx';

function OfCycle(props: { cycleId: string }) {
  const settings = useResource('getInternshipSettings', { params: { cycleId: props.cycleId } });
  return (
    <Fresh of={settings} lines={10}>
      {(read) => <SettingsForm key={read.cycleId} settings={read} set={settings.set} />}
    </Fresh>
  );
}

/** What the cycle under way asks of its internships. */
export default function InternshipSettings() {
  const t = useT('internship');
  return (
    <Page
      title={t('settings.title')}
      lead={t('settings.lead')}
      back={{ href: '/coordinator/placements', label: t('coordinator.title') }}
      narrow
    >
      <NeedsCycle>{(cycle) => <OfCycle cycleId={cycle.id} />}</NeedsCycle>
    </Page>
  );
}
