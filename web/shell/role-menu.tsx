import { useLayoutEffect } from 'preact/hooks';
import { useT } from '../i18n/use-lang.tsx';
import { useSession } from '../session/use-session.tsx';
import { useLocation } from './location.tsx';
import { currentItem, type GroupIcon, groupedItems, groupsOf, navigation } from './navigation.ts';

/** On the grid of the other icons. They stand here because nobody else's pages need them. */
const paths: Readonly<Record<GroupIcon, string>> = {
  today: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3M5.5 10l1.8 1.8L10.8 8.5',
  find: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM10.4 10.4L14 14',
  send: 'M14 2L1.8 6.6l5 2.6L9.4 14zM14 2L6.8 9.2',
  match: 'M6 3.6a4.4 4.4 0 1 0 0 8.8a4.4 4.4 0 0 0 0-8.8zM10 3.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 0 1 0-8.8z',
  person: 'M8 2a3 3 0 1 1 0 6a3 3 0 0 1 0-6zM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5',
  building: 'M3 14V2.5h6.5V14M9.5 6H13v8M1.5 14h13M5.2 5.5h2M5.2 8.5h2M5.2 11.5h2',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
  records: 'M4 2h8v12H4zM6.5 5.5h3M6.5 8h3M6.5 10.5h3',
};

/** The parts of a role's menu in one row, at the lower edge of a phone; below it the items of the part one is in. */
export function RoleMenu() {
  const t = useT('shared');
  const { path } = useLocation();
  const { visitor } = useSession();
  const isIn = visitor.state === 'in';
  // Not by `:has()`: each change of a page would have all of it looked at again.
  useLayoutEffect(() => {
    document.documentElement.classList.toggle('with-parts', isIn);
    return () => document.documentElement.classList.remove('with-parts');
  }, [isIn]);
  if (!isIn) return null;
  const { role } = visitor.me;
  const items = navigation[role];
  const current = currentItem(items, path);
  const parts = groupedItems(items, groupsOf[role]).filter((part) => part.items.length > 0);
  const inside = parts.find((part) => current !== undefined && part.items.includes(current));
  return (
    <>
      <nav aria-label={t('nav.label')} class="parts">
        <ul>
          {parts.map(({ group, items: within }) => (
            <li key={group.from}>
              <a
                href={within[0]?.href}
                aria-current={
                  within[0]?.href === path ? 'page' : inside?.group === group ? 'true' : undefined
                }
              >
                <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
                  <path d={paths[group.icon]} />
                </svg>
                {t(group.label)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {inside !== undefined && inside.items.length > 1 && (
        <nav aria-label={t(inside.group.label)} class="within">
          <ul>
            {inside.items.map((item) => (
              <li key={item.href}>
                <a
                  href={item.href}
                  aria-current={item.href === path ? 'page' : item === current ? 'true' : undefined}
                >
                  {t(item.label)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
