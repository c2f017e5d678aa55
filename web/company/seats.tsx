import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Fresh } from '../components/fresh.tsx';
import { SeatsInWords } from '../components/seats-in-words.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useMe } from '../session/use-session.tsx';
import { NeedsCompany } from './needs-company.tsx';
import { useSeatWords } from './seat-words.ts';
import { SeatsEditor } from './seats-editor.tsx';
import type { Seating } from './seating.ts';

/** What a round could not do as it stands. */
function Oddities(props: { seating: Seating }) {
  const t = useT('company');
  const words = useSeatWords(props.seating);
  if (props.seating.oddities.length === 0) return null;
  return (
    <Notice tone="warn" title={t('seats.odd')}>
      <ul>
        {props.seating.oddities.map((oddity, index) => (
          <li key={index}>{words.oddity(oddity)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** The same sentences as on the postings' own pages. */
function AsRead(props: { postings: Seating['postings'] }) {
  const t = useT('company');
  const say = useBilingual();
  return (
    <Panel title={t('seats.means')}>
      {props.postings.map(({ id, title, seats, seating }) => (
        <section key={id}>
          <h3>{t('seats.postingSeats', { title: say(title), count: seats })}</h3>
          {seating === undefined ? (
            <p class="muted">{t('seats.meansNone')}</p>
          ) : (
            <SeatsInWords postingId={id} seating={seating} />
          )}
        </section>
      ))}
    </Panel>
  );
}

function OfCompany(props: { companyId: string }) {
  const t = useT('company');
  const seating = useResource('getSeating', {
    params: { companyId: props.companyId, cycleId: 'current' },
  });
  return (
    <Fresh of={seating} lines={8}>
      {(data) =>
        data.postings.length === 0 ? (
          <Empty
            title={t('seats.none')}
            action={<ButtonLink href="/company/postings">{t('seats.toPostings')}</ButtonLink>}
          >
            {t('seats.noneBody')}
          </Empty>
        ) : (
          <>
            {!data.open && <Notice tone="info">{t('seats.locked')}</Notice>}
            <Oddities seating={data} />
            <SeatsEditor seating={data} set={seating.set} retry={() => void seating.reload()} />
            <AsRead postings={data.postings} />
          </>
        )
      }
    </Fresh>
  );
}

export default function Seats() {
  const t = useT('company');
  const { company } = useMe();
  return (
    <Page
      title={t('seats.title')}
      lead={t('seats.lead')}
      back={{ href: '/company/postings', label: t('postings.title') }}
      narrow
    >
      {company === undefined ? <NeedsCompany /> : <OfCompany companyId={company.id} />}
    </Page>
  );
}
