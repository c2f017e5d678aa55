import type { ComponentChildren } from 'preact';

export interface Column<R> {
  head: string;
  cell: (row: R) => ComponentChildren;
  /** Right-aligned, tabular digits. */
  numeric?: boolean;
  /** The row's own name: a header cell, the first line of a card on the phone. */
  main?: boolean;
}

export interface TableProps<R> {
  /** Says what the table holds; shown unless `quietCaption`. */
  caption: string;
  quietCaption?: boolean;
  /** A few short columns: stays a table on the phone. */
  tight?: boolean;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
}

/** A table that becomes a list of cards where it would not fit. For "nothing here" show Empty instead. */
export function Table<R>(props: TableProps<R>) {
  return (
    <table class={props.tight === true ? 'table tight' : 'table'}>
      <caption class={props.quietCaption === true ? 'unseen' : undefined}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column.head} scope="col" class={column.numeric === true ? 'numeric' : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={props.rowKey(row)}>
            {props.columns.map((column) =>
              column.main === true ? (
                <th key={column.head} scope="row">
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.head}
                  data-label={column.head}
                  class={column.numeric === true ? 'numeric' : undefined}
                >
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
