/** What stands where there is nothing yet: what belongs here and how it comes. */
import { FolderOpen, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import "./empty.css";

type EmptyProps = { title: string; text: string; action?: ReactNode; icon?: LucideIcon };

export function Empty({ title, text, action, icon: Icon = FolderOpen }: EmptyProps) {
  return (
    <div className="empty">
      <Icon size={28} strokeWidth={1.5} aria-hidden="true" />
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </div>
  );
}
