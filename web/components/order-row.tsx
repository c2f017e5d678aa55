import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useT } from '../i18n/use-lang.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

const grip = 'M6 4v.1M10 4v.1M6 8v.1M10 8v.1M6 12v.1M10 12v.1';
/** Rows further down are laid out when they come near. */
const near = 20;
const equals = 'M3 6h10M3 10h10';

export interface OrderItem {
  id: string;
  /** Plain words: used in the buttons' names and in the status line. */
  name: string;
  detail?: ComponentChildren;
}

/** What can be done with a row. */
export interface RowActs {
  go: (from: number, to: number) => void;
  setEqual: (index: number) => void;
  remove: (id: string) => void;
  /** The reader wants to choose a position. */
  enter: (id: string) => void;
  drag: (event: PointerEvent, index: number) => void;
}

/** Opens a choice that stands where the button was that asked for it. */
const open = (select: HTMLSelectElement | null): void => {
  if (select === null) return;
  select.focus();
  try {
    select.showPicker();
  } catch {
    // A browser that opens it only by itself has it in focus.
  }
};

/** One choice of an order. It is drawn anew only when something about it has changed: a list may have hundreds. */
export function OrderRow(props: {
  id: string;
  item: OrderItem | undefined;
  name: string;
  /** The name of the row above, where the two can be made equal. */
  above: string | undefined;
  index: number;
  total: number;
  place: number;
  equal: boolean;
  /** The row below is equal to this one. */
  joined: boolean;
  look: 'over' | 'dragged' | undefined;
  /** A choice of all positions, or the button that brings it. */
  position: 'choice' | 'opened' | 'button';
  removable: boolean;
  acts: RowActs;
}) {
  const t = useT('shared');
  const { id, item, name, above, index, total, place, equal, joined, look, position, removable, acts } =
    props;
  return useMemo(() => {
    return (
      <li class={`${look ?? (equal ? 'equal' : '')}${joined ? ' joined' : ''}${index < near ? '' : ' far'}`}>
        <span
          class="grip"
          aria-hidden="true"
          title={t('order.drag')}
          onPointerDown={(event) => acts.drag(event, index)}
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
          {position === 'button' ? (
            <Button
              kind="quiet"
              label={t('order.positionNow', { name, position: index + 1 })}
              onClick={() => acts.enter(id)}
            >
              {index + 1}
            </Button>
          ) : (
            <select
              ref={position === 'opened' ? open : undefined}
              aria-label={t('order.positionOf', { name })}
              value={String(index)}
              onChange={(event) => acts.go(index, Number(event.currentTarget.value))}
            >
              {Array.from({ length: total }, (_, at) => (
                <option key={at} value={String(at)}>
                  {at + 1}
                </option>
              ))}
            </select>
          )}
          <Button
            kind="quiet"
            icon="up"
            label={t('order.upOf', { name })}
            unavailable={index === 0}
            onClick={() => acts.go(index, index - 1)}
          >
            <span class="word">{t('order.up')}</span>
          </Button>
          <Button
            kind="quiet"
            icon="down"
            label={t('order.downOf', { name })}
            unavailable={index === total - 1}
            onClick={() => acts.go(index, index + 1)}
          >
            <span class="word">{t('order.down')}</span>
          </Button>
          {above !== undefined && (
            <Button
              kind="quiet"
              icon={equals}
              label={t('order.equalOf', { name, above })}
              pressed={equal}
              onClick={() => acts.setEqual(index)}
            >
              <span class="word">{t('order.equal')}</span>
            </Button>
          )}
          {removable && (
            <Button
              kind="quiet"
              icon="cross"
              label={t('order.removeOf', { name })}
              onClick={() => acts.remove(id)}
            >
              <span class="word">{t('order.remove')}</span>
            </Button>
          )}
        </div>
      </li>
    );
  }, [id, item, name, above, index, total, place, equal, joined, look, position, removable, acts, t]);
}
