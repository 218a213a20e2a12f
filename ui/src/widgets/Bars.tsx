/** A small chart of bars, each of one or two parts. Its sentence says what matters; the numbers are there as a table. */
import { useId, useState } from "react";
import { words } from "../words/en-GB";
import "./bars.css";
import { Button } from "./Button";

type BarTone = "accent" | "overdue" | "dueSoon" | "done";
/** Parts stand on each other, the first at the foot. */
export type BarOf = { key: string; name: string; parts: readonly number[] };
type BarsProps = {
  title: string;
  bars: readonly BarOf[];
  /** What each part counts, with its colour; a bar may have another colour for its first part. */
  parts: readonly { name: string; tone: BarTone }[];
  /** The colour of a bar's first part, where it says something. */
  toneOf?: (bar: BarOf, index: number) => BarTone | undefined;
  /** The title of the first column of the table. */
  of: string;
};

const high = 64;
const wide = 100;

export function Bars({ title, bars, parts, toneOf, of }: BarsProps) {
  const [isTable, setTable] = useState(false);
  const id = useId();
  const sum = (bar: BarOf) => bar.parts.reduce((all, one) => all + one, 0);
  const most = Math.max(1, ...bars.map(sum));
  const step = wide / Math.max(1, bars.length);
  const first = bars[0];
  const last = bars.at(-1);

  return (
    <div className="bars">
      {isTable ? (
        <table className="bars__table" id={id} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{of}</th>
              {parts.map((part) => (
                <th key={part.name} scope="col">
                  {part.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row">{bar.name}</th>
                {parts.map((part, place) => (
                  <td key={part.name}>{(bar.parts[place] ?? 0).toLocaleString("en-GB")}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <figure id={id} aria-label={words.bars.chart(title)}>
          <svg
            className="bars__chart"
            viewBox={`0 0 ${wide} ${high}`}
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
          >
            {bars.map((bar, index) => {
              let foot = high;
              return bar.parts.map((count, place) => {
                const height = (count / most) * (high - 4);
                foot -= height;
                const tone = (place === 0 ? toneOf?.(bar, index) : undefined) ?? parts[place]?.tone ?? "accent";
                return (
                  <rect
                    key={`${bar.key}-${parts[place]?.name}`}
                    className={`bars__part bars__part--${tone}`}
                    x={index * step + step * 0.1}
                    y={foot}
                    width={step * 0.8}
                    height={height}
                  />
                );
              });
            })}
          </svg>
          <div className="bars__ends" aria-hidden="true">
            <span>{first?.name}</span>
            <span>{last?.name}</span>
          </div>
        </figure>
      )}
      <div className="bars__toggle">
        <Button
          kind="plain"
          name={`${isTable ? words.bars.asChart : words.bars.asTable}: ${title}`}
          onPress={() => setTable(!isTable)}
        >
          {isTable ? words.bars.asChart : words.bars.asTable}
        </Button>
      </div>
    </div>
  );
}
