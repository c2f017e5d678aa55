import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { fieldId } from '../components/form-context.ts';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useSeatFocus } from './seat-focus.ts';
import { type Kind, withoutEntry } from './seating.ts';
import type { SavedPlan } from './use-seating.ts';
import { undoIcon } from '../components/drawings.ts';

/** The entry that is being written; behind the last when it is a new one. */
export interface Editing {
  kind: Kind;
  index: number;
}

interface SeatPanelProps {
  kind: Kind;
  /** Each entry in words. */
  entries: readonly string[];
  saved: SavedPlan;
  open: boolean;
  editing: Editing | undefined;
  edit: (editing: Editing | undefined) => void;
  /** Why nothing can be added. */
  tooFew?: string | undefined;
  hint: string;
  /** What the order of the entries means. */
  order?: string;
  /** Further buttons of an entry. */
  more?: (index: number) => ComponentChildren;
  /** The form for the entry at `index`. */
  form: (index: number) => ComponentChildren;
}

/** Moves the focus to a form's first field when it appears. */
function Focused(props: { children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  return (
    <div ref={box} class="stack">
      {props.children}
    </div>
  );
}

/** One kind of rule: its entries in words with what can be done to them, and one form at a time in their midst. */
export function SeatPanel(props: SeatPanelProps) {
  const t = useT('company');
  const { kind, entries, saved, open, editing, edit } = props;
  const formAt = editing?.kind === kind ? editing.index : undefined;
  const said = saved.last?.where === kind && editing === undefined ? saved.last.said : undefined;
  const focus = useSeatFocus(saved.last, said !== undefined, formAt !== undefined);
  return (
    <Panel title={t(`${kind}.title`)}>
      <p class="muted">{props.hint}</p>
      {props.order !== undefined && <p class="muted">{props.order}</p>}
      {said !== undefined && (
        <Notice tone="good" live>
          <div ref={focus.result} class="stack">
            <p tabIndex={-1}>{said}</p>
            {saved.undo !== undefined && (
              <Button kind="quiet" icon={undoIcon} pending={saved.pending} onClick={saved.undo}>
                {t('seats.undo')}
              </Button>
            )}
          </div>
        </Notice>
      )}
      {entries.length === 0 && formAt === undefined && <p>{t(`${kind}.empty`)}</p>}
      {entries.length > 0 && (
        <ul class="tasks">
          {entries.map((words, index) => (
            <li key={index} id={fieldId(`${kind}/${index}`)} tabIndex={-1}>
              {formAt === index ? (
                <Focused>{props.form(index)}</Focused>
              ) : (
                <>
                  <div>{words}</div>
                  {open && editing === undefined && (
                    <span class="row">
                      {props.more?.(index)}
                      <Button
                        kind="quiet"
                        label={t('seats.editOf', { what: words })}
                        onClick={() => edit({ kind, index })}
                      >
                        {t('seats.edit')}
                      </Button>
                      <Button
                        kind="quiet"
                        label={t('seats.removeOf', { what: words })}
                        onClick={() =>
                          void saved.change(withoutEntry(saved.plan, kind, index), kind, t('seats.removed'))
                        }
                      >
                        {t('seats.remove')}
                      </Button>
                    </span>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {formAt === entries.length ? (
        <Focused>
          <h3>{t(`${kind}.new`)}</h3>
          {props.form(formAt)}
        </Focused>
      ) : (
        open &&
        editing === undefined && (
          <p ref={focus.add}>
            <Button
              kind="quiet"
              unavailable={props.tooFew !== undefined}
              onClick={() => edit({ kind, index: entries.length })}
            >
              {t(`${kind}.add`)}
            </Button>
          </p>
        )
      )}
      {open && props.tooFew !== undefined && <p class="hint">{props.tooFew}</p>}
    </Panel>
  );
}
