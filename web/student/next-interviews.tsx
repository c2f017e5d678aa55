import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Panel } from '../components/page.tsx';
import { SlotTime } from '../components/slot-time.tsx';
import { useT } from '../i18n/use-lang.tsx';

const shown = 3;

/** The next interviews on the student's first page; nothing when there are none. */
export function NextInterviews() {
  const t = useT('interview');
  const say = useBilingual();
  const items = useResource('listMyInterviews').data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('next')}>
      <ul class="tasks">
        {items.slice(0, shown).map((one) => (
          <li key={one.id}>
            <div>
              <SlotTime {...one} />
              <a href={`/student/applications/${encodeURIComponent(one.id)}/interview`}>
                {t('with', { company: say(one.company), title: say(one.title) })}
              </a>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
