import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { ProblemNotice } from './problem.tsx';
import { moveRow, type Ranked, rowsOf, toggleEqual, without } from './tied-order.ts';
import { useRowDrag } from './use-row-drag.ts';
import { useSavedOrder } from './use-saved-order.ts';
import { undoIcon } from './drawings.ts';

const grip = 'M6 4v.1M10 4v.1M6 8v.1M10 8v.1M6 12v.1M10 12v.1';
const equals = 'M3 6h10M3 10h10';

/** In a longer list only the choice of position that is entered has all positions: 200 times 200 take seconds to draw. */
const few = 30;

export interface OrderItem {
  id: string;
  /** Plain words: used in the buttons' names and in the status line. */
  name: string;
  detail?: ComponentChildren;
}

interface Shown {
  label: string;
  /** All that may stand in the list; the first order is `initial`. */
  items: readonly OrderItem[];
  /** Rows can be taken out (and come back from `rest`, which the page draws with `add`). */
  removable?: boolean;
  /** Set here to what saves at once what is not saved yet: for whoever goes on with the list. */
  settle?: { current: (() => Promise<boolean>) | undefined };
  /** What is not in the list. */
  rest?: (ids: readonly string[], add: (id: string) => void) => ComponentChildren;
}
/** `save` is called a moment after each change, one at a time. With `ties`, a row can be equal to the one above. */
export type OrderListProps = Shown &
  (
    | { ties?: false; initial: readonly string[]; save: (ids: readonly string[]) => Promise<unknown> }
    | { ties: true; initial: readonly Ranked[]; save: (order: readonly Ranked[]) => Promise<unknown> }
  );

/**
 * Ordering of choices: Up, Down, a position select and a drag grip in each row. The focus stays on the pressed
 * button (the rows are keyed, end buttons are aria-disabled); a status line says where the row went.
 */
export function OrderList(props: OrderListProps) {
  const t = useT('shared');
  const f = useFormat();
  const { order, change, undo, saving, savedAt, problem, retry, settle } = useSavedOrder(
    props.initial,
    (next) => (props.ties === true ? props.save(next) : props.save(next.flat())),
  );
  if (props.settle !== undefined) props.settle.current = settle;
  const rows = rowsOf(order);
  const ids = rows.map(({ id }) => id);
  const [status, setStatus] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const nameOf = (id: string) => props.items.find((item) => item.id === id)?.name ?? id;
  const equalTo = (next: readonly Ranked[], index: number): string => {
    const { id, place } = rowsOf(next)[index] ?? {};
    const others = rowsOf(next).filter((row) => row.place === place && row.id !== id);
    return others.length === 0
      ? ''
      : t('order.among', { names: f.list(others.map((row) => nameOf(row.id))) });
  };
  const go = (from: number, to: number) => {
    const id = ids[from];
    if (id === undefined || to < 0 || to >= ids.length) return;
    const next = moveRow(order, from, to);
    change(next);
    const where = t('order.status', { name: nameOf(id), position: to + 1, total: ids.length });
    setStatus(`${where}${equalTo(next, to)}`);
  };
  const setEqual = (index: number) => {
    const next = toggleEqual(order, index);
    const [above, row] = rowsOf(next).slice(index - 1, index + 1);
    if (above === undefined || row === undefined) return;
    change(next);
    const names = { name: nameOf(row.id), above: nameOf(above.id), place: row.place };
    setStatus(t(row.equal ? 'order.equalNow' : 'order.apart', names));
  };
  const [entered, enter] = useState<string>();
  const drag = useRowDrag(list, go);
  const saved = saving
    ? t('form.saving')
    : savedAt === undefined
      ? ''
      : t('form.savedAt', { time: f.time(savedAt, ownZone()) });
  return (
    <div class="order">
      <ol ref={list} aria-label={props.label}>
        {rows.map(({ id, place, equal }, index) => {
          const item = props.items.find((one) => one.id === id);
          const name = nameOf(id);
          const total = ids.length;
          const above = ids[index - 1];
          return (
            <li
              key={id}
              class={
                drag.over === index ? 'over' : drag.from === index ? 'dragged' : equal ? 'equal' : undefined
              }
            >
              <span
                class="grip"
                aria-hidden="true"
                title={t('order.drag')}
                onPointerDown={(event) => drag.start(event, index)}
              >
                <Icon name={grip} />
              </span>
              <span class="place" aria-hidden="true">
                {equal ? '=' : ''}
                {place}
              </span>
              <div class="what">
                <span class="strong">{name}</span>
                {item?.detail}
              </div>
              <div class="moves">
                <select
                  aria-label={t('order.positionOf', { name })}
                  value={String(index)}
                  onPointerDown={() => enter(id)}
                  onFocus={() => enter(id)}
                  onChange={(event) => go(index, Number(event.currentTarget.value))}
                >
                  {ids.map(
                    (other, position) =>
                      (ids.length <= few || entered === id || position === index) && (
                        <option key={other} value={String(position)}>
                          {position + 1}
                        </option>
                      ),
                  )}
                </select>
                <Button
                  kind="quiet"
                  icon="up"
                  label={t('order.upOf', { name })}
                  unavailable={index === 0}
                  onClick={() => go(index, index - 1)}
                >
                  <span class="word">{t('order.up')}</span>
                </Button>
                <Button
                  kind="quiet"
                  icon="down"
                  label={t('order.downOf', { name })}
                  unavailable={index === total - 1}
                  onClick={() => go(index, index + 1)}
                >
                  <span class="word">{t('order.down')}</span>
                </Button>
                {props.ties === true && above !== undefined && (
                  <Button
                    kind="quiet"
                    icon={equals}
                    label={t('order.equalOf', { name, above: nameOf(above) })}
                    pressed={equal}
                    onClick={() => setEqual(index)}
                  >
                    <span class="word">{t('order.equal')}</span>
                  </Button>
                )}
                {props.removable === true && (
                  <Button
                    kind="quiet"
                    icon="cross"
                    label={t('order.removeOf', { name })}
                    onClick={() => {
                      change(without(order, id));
                      setStatus(t('order.removed', { name }));
                      list.current?.parentElement?.querySelector<HTMLElement>('.undo')?.focus();
                    }}
                  >
                    <span class="word">{t('order.remove')}</span>
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <div class="foot">
        <p role="status">{status}</p>
        <p class="muted">{saved}</p>
        <button
          type="button"
          class="button quiet undo"
          aria-disabled={undo === undefined ? 'true' : undefined}
          onClick={() => {
            undo?.();
            if (undo !== undefined) setStatus(t('order.undone'));
          }}
        >
          <Icon name={undoIcon} /> {t('order.undo')}
        </button>
      </div>
      <ProblemNotice problem={problem} retry={retry} />
      {props.rest?.(ids, (id) => {
        change([...order, id]);
        setStatus(t('order.status', { name: nameOf(id), position: ids.length + 1, total: ids.length + 1 }));
      })}
    </div>
  );
}
