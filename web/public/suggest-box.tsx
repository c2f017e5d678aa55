import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import type { QueryValues } from '../shell/place.tsx';
import { searchIcon } from '../components/drawings.ts';

type Suggestion = Result<'listSuggestions'>['items'][number];

/** Nothing is asked before the typing pauses for so long. */
const pauseMs = 250;

/** The state of a combobox that has a list box of its own; the types take every one for an input with a <datalist>. */
const comboboxOf = (list: string, open: boolean, active: number) =>
  ({
    role: 'combobox',
    list: undefined,
    'aria-autocomplete': 'list',
    'aria-expanded': open,
    'aria-controls': open ? list : undefined,
    'aria-activedescendant': open && active >= 0 ? `${list}-${active}` : undefined,
  }) as const;

/** Suggestions for what is typed; an answer to older letters is dropped. */
function useSuggestions(text: string, wanted: boolean): readonly Suggestion[] {
  const call = useClient();
  const [items, setItems] = useState<readonly Suggestion[]>([]);
  useEffect(() => {
    const gone = new AbortController();
    if (!wanted || text.trim() === '') {
      setItems([]);
      return undefined;
    }
    const timer = setTimeout(() => {
      call('listSuggestions', { query: { q: text }, signal: gone.signal }).then(
        (answer) => setItems(answer.items),
        () => setItems([]), // the box goes on working without suggestions
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [call, text, wanted]);
  return items;
}

/**
 * The search words of the postings page with suggestions while they are typed: a combobox with a list box after the
 * ARIA Authoring Practices. A title or skill is searched for; a category or company becomes a filter. `typed` holds
 * the words that are not searched for yet.
 */
export function SuggestBox(props: { label: string; hint: string; typed: { current: QueryValues } }) {
  const t = useT('posting');
  const words = useT('shared');
  const query = useQuery();
  const id = useId();
  const now = query.one('q') ?? '';
  const [text, setText] = useState(now);
  const [typing, setTyping] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setText(now), [now]);
  const q = text.trim();
  props.typed.current = q === now ? {} : { q, exact: undefined };
  const items = useSuggestions(text, typing);
  const open = typing && items.length > 0;
  useEffect(() => setActive(-1), [items]);

  const close = () => setTyping(false);
  const search = () => {
    close();
    query.set({ q, exact: undefined }, true);
  };
  const choose = (suggestion: Suggestion) => {
    close();
    input.current?.focus();
    if (suggestion.kind === 'category') query.set({ q: undefined, category: suggestion.category }, true);
    else if (suggestion.kind === 'company') query.set({ q: undefined, company: suggestion.company }, true);
    else query.set({ q: suggestion.text, exact: undefined }, true);
    setText(suggestion.kind === 'title' || suggestion.kind === 'skill' ? suggestion.text : '');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method's own keys choose its characters.
    if (event.isComposing) return;
    const chosen = open ? items[active] : undefined;
    if (event.key === 'Escape' && open) close();
    else if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
    else if (event.key === 'ArrowDown' && open) setActive((active + 1) % items.length);
    else if (event.key === 'ArrowUp' && open) setActive(active <= 0 ? items.length - 1 : active - 1);
    else return;
    event.preventDefault();
  };
  return (
    <search>
      <form
        class="search"
        action="/postings"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <label for="search-q">{props.label}</label>
        <p class="hint">{props.hint}</p>
        <div class="row suggest">
          <input
            ref={input}
            id="search-q"
            type="search"
            name="q"
            autocomplete="off"
            {...comboboxOf(id, open, active)}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setTyping(true);
            }}
            onKeyDown={onKeyDown}
            onBlur={close}
          />
          <Button type="submit" icon={searchIcon}>
            {words('filter.search')}
          </Button>
          {open && (
            <div id={id} class="options" role="listbox" aria-label={t('suggest.label')}>
              {items.map((suggestion, index) => (
                <button
                  type="button"
                  tabIndex={-1}
                  key={`${suggestion.kind} ${suggestion.text}`}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  // The press must not take the focus from the input, which would close the list first.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(suggestion)}
                >
                  <span>{suggestion.text}</span> <span class="muted">{t(`suggest.${suggestion.kind}`)}</span>
                </button>
              ))}
            </div>
          )}
        </div>
      </form>
    </search>
  );
}
