import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { SeatGroupForm } from './seat-group-form.tsx';
import { type Editing, SeatPanel } from './seat-panel.tsx';
import { SeatReserveForm } from './seat-reserve-form.tsx';
import { SeatTransferForm } from './seat-transfer-form.tsx';
import { useSeatWords } from './seat-words.ts';
import { before, type Kind, movedUp, type Plan, type Seating, withEntry } from './seating.ts';
import { useSeating } from './use-seating.ts';

/** The three kinds of rules, each with its entries in words; every change saves the whole plan and can be undone. */
export function SeatsEditor(props: { seating: Seating; set: (seating: Seating) => void; retry: () => void }) {
  const t = useT('company');
  const { seating } = props;
  const words = useSeatWords(seating);
  const saved = useSeating(seating, props.set, t('seats.undone'));
  const { plan } = saved;
  const [editing, setEditing] = useState<Editing>();
  const edit = (next: Editing | undefined) => {
    saved.clear();
    setEditing(next);
  };
  const said = {
    groups: t('seats.savedGroup'),
    reserves: t('seats.savedReserve'),
    transfers: t('seats.savedTransfer'),
  };
  const put = async (next: Plan, kind: Kind) => {
    if (await saved.change(next, kind, said[kind])) setEditing(undefined);
  };
  const panel = { saved, editing, edit, open: seating.open };
  const entries = {
    groups: seating.groups.map(words.group),
    reserves: seating.reserves.map(words.reserve),
    transfers: seating.transfers.map(words.transfer),
  };
  const all = Object.entries(entries).flatMap(([kind, list]) =>
    list.map((entry, index) => [`${kind}/${index}`, entry] as const),
  );
  const form = (kind: Kind, index: number) => ({
    at: `${kind}/${index}`,
    others: all.filter(([at]) => at !== `${kind}/${index}`),
    cancel: () => edit(undefined),
    pending: saved.pending,
    problem: saved.problem,
  });
  const grouped = new Set(seating.groups.flatMap(({ postingIds }) => postingIds));
  const free = seating.postings.filter(({ id }) => !grouped.has(id));
  return (
    <>
      {editing === undefined && <ProblemNotice problem={saved.problem} retry={props.retry} />}
      <SeatPanel
        {...panel}
        kind="groups"
        hint={t('groups.hint')}
        entries={entries.groups}
        form={(index) => (
          <SeatGroupForm
            {...form('groups', index)}
            now={seating.groups[index]}
            postings={seating.postings}
            save={(entry) => void put({ ...plan, groups: withEntry(plan.groups, index, entry) }, 'groups')}
          />
        )}
      />
      <SeatPanel
        {...panel}
        kind="reserves"
        hint={t('reserves.hint')}
        order={t('reserves.order')}
        entries={entries.reserves}
        more={(index) =>
          before(plan.reserves, index) !== -1 && (
            <Button
              kind="quiet"
              icon="up"
              label={t('reserves.upOf', {
                what: entries.reserves[index] ?? '',
              })}
              onClick={() => void saved.change(movedUp(plan, index), 'reserves', t('seats.moved'))}
            >
              {t('reserves.up')}
            </Button>
          )
        }
        form={(index) => (
          <SeatReserveForm
            {...form('reserves', index)}
            now={seating.reserves[index]}
            postings={seating.postings}
            save={(entry) =>
              void put({ ...plan, reserves: withEntry(plan.reserves, index, entry) }, 'reserves')
            }
          />
        )}
      />
      <SeatPanel
        {...panel}
        kind="transfers"
        hint={t('transfers.hint')}
        tooFew={free.length < 2 ? t('transfers.tooFew') : undefined}
        entries={entries.transfers}
        form={(index) => (
          <SeatTransferForm
            {...form('transfers', index)}
            now={seating.transfers[index]}
            postings={free}
            save={(entry) =>
              void put({ ...plan, transfers: withEntry(plan.transfers, index, entry) }, 'transfers')
            }
          />
        )}
      />
    </>
  );
}
