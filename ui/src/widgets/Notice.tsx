/** A framed sentence or two: something to bear in mind, something wrong, something done. */
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode, Ref } from "react";
import "./form.css";

type NoticeTone = "plain" | "care" | "wrong" | "good";

const icons: Record<NoticeTone, LucideIcon> = {
  plain: Info,
  care: TriangleAlert,
  wrong: CircleAlert,
  good: CircleCheck,
};

type NoticeProps = {
  tone?: NoticeTone;
  title?: string;
  children?: ReactNode;
  /** "alert" is said at once, "status" when there is a pause. */
  role?: "alert" | "status";
  ref?: Ref<HTMLDivElement>;
};

export function Notice({ tone = "plain", title, children, role, ref }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div ref={ref} className={`notice notice--${tone}`} role={role} tabIndex={ref ? -1 : undefined}>
      <Icon size={18} aria-hidden="true" />
      <div className="notice__body">
        {title !== undefined && <p className="notice__title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
