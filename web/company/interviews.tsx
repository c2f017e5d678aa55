import { orNoPage } from '../api/no-page.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Figure } from '../components/facts.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { Said, useSaid } from '../components/said.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { InterviewOffer } from './interview-offer.tsx';
import { InterviewSlots } from './interview-slots.tsx';
import type { Slots } from './interview-times.ts';

function Standing(props: { slots: Slots; postingId: string; now: number }) {
  const t = useT('interviews');
  const f = useFormat();
  const { items, waiting, until } = props.slots;
  const ahead = items.filter(({ start }) => Date.parse(start) > props.now);
  return (
    <>
      <div class="figures">
        <Figure value={f.number(waiting.length)} label={t('waiting')} />
        <Figure value={f.number(ahead.filter(({ taken }) => !taken).length)} label={t('free')} />
        <Figure value={f.number(ahead.filter(({ taken }) => taken).length)} label={t('bookedCount')} />
      </div>
      {waiting.length > 0 && (
        <ul class="planned">
          {waiting.map(({ id, name, zone }) => (
            <li key={id}>
              <a href={`/company/postings/${props.postingId}/applicants/${encodeURIComponent(id)}`}>{name}</a>{' '}
              {zone !== undefined && <span class="muted">{f.zone(zone, props.now)}</span>}
            </li>
          ))}
        </ul>
      )}
      <p class="muted">
        {t('until')} <DateTime at={until} />
      </p>
    </>
  );
}

/** The interview times of one posting: who has them, and new ones. */
export default function Interviews() {
  const t = useT('interviews');
  const say = useBilingual();
  const now = Date.now();
  const postingId = useParam('postingId');
  const posting = orNoPage(useResource('getPosting', { params: { postingId } })).data;
  const slots = useResource('listInterviewSlots', { params: { postingId } });
  const [last, said] = useSaid();
  return (
    <Page
      title={t('title')}
      lead={posting === undefined ? undefined : say(posting.content.title)}
      back={{ href: `/company/postings/${postingId}`, label: t('back') }}
      actions={<ButtonLink href="#offer">{t('offer')}</ButtonLink>}
    >
      <p>{t('lead')}</p>
      <Loaded of={slots} lines={8}>
        {(read) => (
          <>
            <Said {...last} />
            <Standing slots={read} postingId={postingId} now={now} />
            <Panel title={t('list')}>
              <InterviewSlots
                slots={read.items}
                now={now}
                onChanged={(text) => {
                  said(text);
                  void slots.reload();
                }}
              />
            </Panel>
            <div id="offer">
              <InterviewOffer
                postingId={postingId}
                postingZone={posting?.content.zone}
                now={now}
                onOffered={(offered, text) => {
                  slots.set(offered);
                  said(text);
                }}
              />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}
