import { useResource } from '../api/use-resource.ts';
import { Figure } from '../components/facts.tsx';
import { useBilingual } from '../components/bilingual.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useMe } from '../session/use-session.tsx';
import { NeedsInvitation } from './needs-invitation.tsx';

function Numbers() {
  const t = useT('referrer');
  const f = useFormat();
  const links = useResource('listInvitationLinks');
  return (
    <Loaded of={links} lines={2}>
      {({ items }) => {
        const open = items.filter(({ state }) => state === 'open');
        const joined = items.reduce((sum, { used }) => sum + used, 0);
        const places = open.reduce((sum, { cap, used }) => sum + cap - used, 0);
        return (
          <div class="figures">
            <Figure
              value={f.number(joined)}
              label={t('today.joined', { count: joined })}
              href="/referrer/figures"
            />
            <Figure
              value={f.number(open.length)}
              label={t('today.open', { count: open.length })}
              href="/referrer/invitations"
            />
            <Figure value={f.number(places)} label={t('today.places', { count: places })} />
          </div>
        );
      }}
    </Loaded>
  );
}

const ways = [
  { key: 'make', href: '/referrer/invitations' },
  { key: 'figures', href: '/referrer/figures' },
  { key: 'students', href: '/referrer/students' },
] as const;

/** What there is to do for who brings students, and how many came. */
export default function Today() {
  const t = useT('referrer');
  const say = useBilingual();
  const me = useMe();
  const lead = me.referrer && t('today.hello', { name: me.name, referrer: say(me.referrer.name) });
  return (
    <Page title={t('today.title')} lead={lead}>
      <NeedsInvitation>
        <Numbers />
        <Panel title={t('today.next')}>
          <ul class="tasks">
            {ways.map(({ key, href }) => (
              <li key={key}>
                <div>
                  <a href={href}>{t(`today.${key}`)}</a>
                  <p class="hint">{t(`today.${key}Hint`)}</p>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      </NeedsInvitation>
    </Page>
  );
}
