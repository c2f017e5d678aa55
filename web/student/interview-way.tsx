import { useResource } from '../api/use-resource.ts';
import { ButtonLink } from '../components/link.tsx';
import { Panel } from '../components/page.tsx';
import { SlotTime } from '../components/slot-time.tsx';
import { useT } from '../i18n/use-lang.tsx';

/** From an application to its interview; nothing where there is neither one nor an invitation. */
export function InterviewWay(props: { applicationId: string }) {
  const t = useT('interview');
  const { applicationId } = props;
  const desk = useResource('getMyInterview', { params: { applicationId } }).data;
  if (desk === undefined || (!desk.mayBook && desk.interview === undefined)) return null;
  const booked = desk.interview?.state === 'booked' ? desk.interview : undefined;
  return (
    <Panel title={t('title')}>
      {booked !== undefined && <SlotTime {...booked} />}
      <p>{t('promise')}</p>
      <p>
        <ButtonLink
          href={`/student/applications/${encodeURIComponent(applicationId)}/interview`}
          kind={booked === undefined ? 'primary' : 'quiet'}
        >
          {t(desk.interview === undefined ? 'way' : 'wayBooked')}
        </ButtonLink>
      </p>
    </Panel>
  );
}
