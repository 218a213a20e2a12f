/** One number and what it means. */
import type { ReactNode } from "react";
import "./stat.css";

type StatProps = { name: string; value: string; aside?: ReactNode; tone?: "plain" | "overdue" | "dueSoon" | "done" };

export function Stat({ name, value, aside, tone = "plain" }: StatProps) {
  return (
    <div className="stat">
      <p className="eyebrow">{name}</p>
      <p className={`stat__value left--${tone}`}>{value}</p>
      {aside !== undefined && <div className="stat__aside">{aside}</div>}
    </div>
  );
}
