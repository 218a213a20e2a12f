/**
 * A small table: tens of rows, not thousands (those are `CaseTable`). The first column names the row; in a narrow window
 * each row becomes a block with the titles of its columns.
 */
import type { ReactNode } from "react";
import "./rows.css";

export type RowsColumn<T> = {
  key: string;
  title: string;
  cell: (row: T) => ReactNode;
  /** A width of CSS; without one the column takes its share. */
  width?: string;
  /** Numbers stand under each other, actions at the end. */
  align?: "start" | "end";
  /** Set in quieter ink. */
  isQuiet?: boolean;
  /** Never broken, as a date. */
  isWhole?: boolean;
  /** The title is for screen readers only, as above buttons. */
  isTitleHidden?: boolean;
};

type RowsProps<T> = {
  name: string;
  columns: readonly RowsColumn<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** What opens when the row is pressed: its first cell becomes the button. */
  onOpen?: ((row: T) => void) | undefined;
  /** Says under the table what it does not show. */
  foot?: ReactNode;
};

export function Rows<T>({ name, columns, rows, keyOf, onOpen, foot }: RowsProps<T>) {
  return (
    <div className="rows">
      <table className="rows__table" aria-label={name} data-opens={onOpen !== undefined || undefined}>
        <thead>
          <tr>
            {columns.map(({ key, title, width, align = "start", isTitleHidden = false }) => (
              <th key={key} scope="col" data-align={align} style={width === undefined ? undefined : { width }}>
                {isTitleHidden ? <span className="unseen">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(
                (
                  { key, title, cell, align = "start", isQuiet = false, isWhole = false, isTitleHidden = false },
                  place,
                ) =>
                  place === 0 ? (
                    <th key={key} scope="row" data-align={align}>
                      {onOpen === undefined ? (
                        cell(row)
                      ) : (
                        <button type="button" className="rows__open" onClick={() => onOpen(row)}>
                          {cell(row)}
                        </button>
                      )}
                    </th>
                  ) : (
                    <td
                      key={key}
                      data-align={align}
                      data-quiet={isQuiet || undefined}
                      data-whole={isWhole || undefined}
                      data-title={isTitleHidden ? undefined : title}
                    >
                      {cell(row)}
                    </td>
                  ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {foot !== undefined && <div className="rows__foot">{foot}</div>}
    </div>
  );
}
