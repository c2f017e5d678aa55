import { useFormat } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';

export interface LinkedChoice {
  /** '' takes the name out of the address: the choice that holds without one. */
  value: string;
  label: string;
  count?: number | undefined;
}

/** One choice of few as links that keep it in the address's query, e.g. the state that a list is filtered by. */
export function ChoiceLinks(props: { label: string; name: string; choices: readonly LinkedChoice[] }) {
  const f = useFormat();
  const query = useQuery();
  const chosen = query.one(props.name) ?? '';
  return (
    <nav class="choice-links" aria-label={props.label}>
      <ul>
        {props.choices.map(({ value, label, count }) => (
          <li key={value}>
            <a
              href={query.href({ [props.name]: value })}
              aria-current={chosen === value ? 'true' : undefined}
            >
              <bdi>{label}</bdi> {count !== undefined && <span class="muted">{f.number(count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
