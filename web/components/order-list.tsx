import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { asProblem } from '../api/problem.ts';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';
import { type OrderItem, OrderRow, type RowActs } from './order-row.tsx';
import { ProblemNotice } from './problem.tsx';
import { moveRow, type Ranked, rowsOf, toggleEqual, without } from './tied-order.ts';
import { useRowDrag } from './use-row-drag.ts';
import { useSavedOrder } from './use-saved-order.ts';
import { undoIcon } from './drawings.ts';

/**
 * In a longer list a position is chosen after its button was pressed: 200 choices of 200 take seconds to draw, and a
 * browser looks at every field of a page again whenever one of them changes.
 */
const few = 30;

interface Shown {
  label: string;
  /** All that may stand in the list; the first order is `initial`. */
  items: readonly OrderItem[];
  /** How to show what stands in the list and may not any more, so that it can be taken off. */
  ended?: (id: string) => OrderItem;
  /** Reads anew what may stand in the list, when something in it may not. */
  reread?: () => Promise<void>;
  /** Rows can be taken out (and come back from `rest`, which the page draws with `add`). */
  removable?: boolean;
  /** Set here to what saves at once what is not saved yet: for whoever goes on with the list. */
  settle?: { current: (() => Promise<boolean>) | undefined };
  /** Reads the list anew when it was changed elsewhere: in another tab, or by a colleague. */
  onStale?: () => void;
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
    async (next) => {
      try {
        await (props.ties === true ? props.save(next) : props.save(next.flat()));
      } catch (thrown) {
        if (asProblem(thrown).code === 'not_listable') await props.reread?.();
        throw thrown;
      }
    },
  );
  if (props.settle !== undefined) props.settle.current = settle;
  const rows = rowsOf(order);
  const ids = rows.map(({ id }) => id);
  const [status, setStatus] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const byId = useMemo(() => new Map(props.items.map((item) => [item.id, item])), [props.items]);
  const itemOf = (id: string) => byId.get(id) ?? props.ended?.(id);
  const nameOf = (id: string) => itemOf(id)?.name ?? id;
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
  const remove = (id: string) => {
    change(without(order, id));
    setStatus(t('order.removed', { name: nameOf(id) }));
    list.current?.parentElement?.querySelector<HTMLElement>('.undo')?.focus();
  };
  // What the rows call stays the same from one drawing to the next, so that only those that moved are drawn anew.
  const latest = useRef<RowActs>(undefined);
  latest.current = { go, setEqual, remove, enter, drag: drag.start };
  const acts = useMemo<RowActs>(
    () => ({
      go: (from, to) => latest.current?.go(from, to),
      setEqual: (index) => latest.current?.setEqual(index),
      remove: (id) => latest.current?.remove(id),
      enter: (id) => latest.current?.enter(id),
      drag: (event, index) => latest.current?.drag(event, index),
    }),
    [],
  );
  const saved = saving
    ? t('form.saving')
    : savedAt === undefined
      ? ''
      : t('form.savedAt', { time: f.time(savedAt, ownZone()) });
  return (
    <div class="order">
      <ol ref={list} aria-label={props.label}>
        {rows.map(({ id, place, equal }, index) => {
          const name = nameOf(id);
          const total = ids.length;
          const above = ids[index - 1];
          return (
            <OrderRow
              key={id}
              id={id}
              item={itemOf(id)}
              name={name}
              above={props.ties === true && above !== undefined ? nameOf(above) : undefined}
              index={index}
              total={total}
              place={place}
              equal={equal}
              joined={rows[index + 1]?.equal === true}
              look={drag.over === index ? 'over' : drag.from === index ? 'dragged' : undefined}
              position={total <= few ? 'choice' : entered === id ? 'opened' : 'button'}
              removable={props.removable === true}
              acts={acts}
            />
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
      {problem?.status === 412 && props.onStale !== undefined ? (
        <Notice tone="warn" live>
          <p>{t('order.stale')}</p>
          <Button onClick={props.onStale}>{t('order.reload')}</Button>
        </Notice>
      ) : (
        <ProblemNotice problem={problem} retry={retry} />
      )}
      {props.rest?.(ids, (id) => {
        change([...order, id]);
        setStatus(t('order.status', { name: nameOf(id), position: ids.length + 1, total: ids.length + 1 }));
      })}
    </div>
  );
}
