import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Panel } from '../components/page.tsx';
import { SlotTime } from '../components/slot-time.tsx';
import { useT } from '../i18n/use-lang.tsx';

const shown = 5;

/** The next interviews on the company's first page; nothing when there are none. */
export function NextInterviews(props: { companyId: string }) {
  const t = useT('interview');
  const say = useBilingual();
  const { companyId } = props;
  const items = useResource('listCompanyInterviews', { params: { companyId } }).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('next')}>
      <ul class="tasks">
        {items.slice(0, shown).map((one) => (
          <li key={one.id}>
            <div>
              <SlotTime {...one} other={one.studentZone} />
              <a href={`/company/postings/${one.postingId}/interviews`}>
                {t('of', { student: one.studentName, title: say(one.title) })}
              </a>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
