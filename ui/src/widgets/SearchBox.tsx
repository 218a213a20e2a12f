/** A box that narrows what stands below it. Escape empties it. */
import { Search, X } from "lucide-react";
import { Button, Input, SearchField } from "react-aria-components";
import { words } from "../words/en-GB";
import "./searchbox.css";

type SearchBoxProps = { label: string; value: string; onChange: (value: string) => void };

export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  return (
    <SearchField aria-label={label} className="searchbox" value={value} onChange={onChange}>
      <Search size={16} aria-hidden="true" />
      <Input className="searchbox__input" placeholder={label} spellCheck="false" autoComplete="off" />
      {value !== "" && (
        <Button className="searchbox__clear" aria-label={words.common.clear}>
          <X size={16} aria-hidden="true" />
        </Button>
      )}
    </SearchField>
  );
}
