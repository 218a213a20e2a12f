/** A file kept with a case: what it is, how large, what may be done with it. */
import { File, FileArchive, FileImage, FileText, type LucideIcon, Mail } from "lucide-react";
import type { ReactNode } from "react";
import "./file-row.css";

const icons: readonly [RegExp, LucideIcon][] = [
  [/\.(png|jpe?g|gif|tiff?|heic|bmp|webp)$/i, FileImage],
  [/\.(zip|7z|rar|gz)$/i, FileArchive],
  [/\.(eml|msg)$/i, Mail],
  [/\.(pdf|docx?|odt|txt|rtf|csv|xlsx?)$/i, FileText],
];

type FileRowProps = {
  name: string;
  /** "2 pages, 148 kB, received 27 October 2026". */
  aside?: string;
  /** A mark or status in front of the actions. */
  status?: ReactNode;
  /** Destroyed or erased: its name stays, struck through. */
  isGone?: boolean;
  children?: ReactNode;
};

/** Stands in a `<ul className="files">`. */
export function FileRow({ name, aside, status, isGone = false, children }: FileRowProps) {
  const Icon = icons.find(([ending]) => ending.test(name))?.[1] ?? File;
  return (
    <li className="file">
      <Icon size={20} strokeWidth={1.5} aria-hidden="true" />
      <div className="file__what">
        {isGone ? <s className="file__name">{name}</s> : <span className="file__name">{name}</span>}
        {aside !== undefined && aside !== "" && <span className="file__aside">{aside}</span>}
      </div>
      {status}
      {children !== undefined && <div className="file__do">{children}</div>}
    </li>
  );
}
