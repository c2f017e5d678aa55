import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { painted } from '../shell/painted.ts';
import { useQuery } from '../shell/place.tsx';
import type { QueryValues } from '../shell/place.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { searchIcon } from './drawings.ts';

/** Search words in the address's query, under `name` (`q`). */
export function SearchBox(props: { label: string; name?: string; hint?: string }) {
  const t = useT('shared');
  const query = useQuery();
  const name = props.name ?? 'q';
  const now = query.one(name) ?? '';
  const [text, setText] = useState(now);
  useEffect(() => setText(now), [now]);
  return (
    <search>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          query.set({ [name]: text.trim() }, true);
        }}
      >
        <label for={`search-${name}`}>{props.label}</label>
        {props.hint !== undefined && <p class="hint">{props.hint}</p>}
        <div class="row">
          <input
            id={`search-${name}`}
            type="search"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" icon={searchIcon}>
            {t('filter.search')}
          </Button>
        </div>
      </form>
    </search>
  );
}

export interface FacetValue {
  value: string;
  label: string;
  /** How many there would be. */
  count?: number;
}

/**
 * One facet as check boxes that live in the address's query under `name`; many can be chosen. Each choice is a place in
 * the history; it takes what is `typed` beside it along.
 */
export function Facet(props: {
  name: string;
  legend: string;
  values: readonly FacetValue[];
  folded?: boolean;
  typed?: { readonly current: QueryValues };
}) {
  const f = useFormat();
  const query = useQuery();
  const chosen = query.all(props.name);
  const choose = async (boxes: Element | null) => {
    await painted();
    const ticked = boxes?.querySelectorAll<HTMLInputElement>('input:checked') ?? [];
    query.set({ ...props.typed?.current, [props.name]: [...ticked].map(({ value }) => value) }, true);
  };
  const boxes = (
    <div class="choices">
      {props.values.map(({ value, label, count }) => (
        <label key={value} class="choice">
          <input
            type="checkbox"
            value={value}
            checked={chosen.includes(value)}
            onChange={(event) => void choose(event.currentTarget.closest('.choices'))}
          />
          <span>
            <bdi>{label}</bdi> {count !== undefined && <span class="muted">{f.number(count)}</span>}
          </span>
        </label>
      ))}
    </div>
  );
  return (
    <details class="facet" open={props.folded !== true || chosen.length > 0}>
      <summary>{props.legend}</summary>
      <div role="group" aria-label={props.legend}>
        {boxes}
      </div>
    </details>
  );
}

/** The column of facets: folds on the phone, and can be cleared. */
export function Filters(props: { names: readonly string[]; children: ComponentChildren }) {
  const t = useT('shared');
  const query = useQuery();
  const any = props.names.some((name) => query.all(name).length > 0);
  const [open, setOpen] = useState(false);
  return (
    <div class={open ? 'filters open' : 'filters'}>
      <button type="button" class="button quiet fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'up' : 'down'} /> {t('filter.title')}
      </button>
      <div class="inside">
        {props.children}
        {any && (
          <Button
            kind="quiet"
            onClick={() => query.set(Object.fromEntries(props.names.map((name) => [name, undefined])), true)}
          >
            {t('filter.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}
