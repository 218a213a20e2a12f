/** The release pack: the files that go out, in order, with their pages and hashes (PACK-1). */
import { useState } from "react";
import { shift } from "../../../app/places";
import type { CaseView } from "../../../backend/generated/CaseView";
import type { PackFile } from "../../../backend/generated/PackFile";
import type { PackView } from "../../../backend/generated/PackView";
import { Button } from "../../../widgets/Button";
import { Copied } from "../../../widgets/Copied";
import { Rows, type RowsColumn } from "../../../widgets/Rows";
import { words } from "../../../words/en-GB";
import { PackDialog } from "./PackDialog";
import { releasable } from "./releasable";

const { pack: said } = words.decision;

export function PackPart({ view }: { view: CaseView }) {
  const { pack } = view.decision;
  const [isOpen, setOpen] = useState(false);
  const canPack = releasable(view.documents).length > 0;
  return (
    <section className="stack stack--tight" aria-label={said.heading}>
      <div className="decision__head">
        <h2>{said.heading}</h2>
        <p className="quiet">{said.intro}</p>
      </div>
      {pack === null ? <p>{canPack ? said.none : said.noDocuments}</p> : <Packed pack={pack} />}
      {!view.closed && (
        <div>
          {canPack ? (
            <Button onPress={() => setOpen(true)}>{pack === null ? said.open : said.openAgain}</Button>
          ) : (
            <Button kind="plain" onPress={() => shift({ at: "case", case: view.case, tab: "documents" })}>
              {said.toDocuments}
            </Button>
          )}
        </div>
      )}
      {isOpen && <PackDialog view={view} onClose={() => setOpen(false)} />}
    </section>
  );
}

const Hash = ({ sha256 }: Numbered) => <code className="decision__hash">{sha256}</code>;

type Numbered = PackFile & { place: number };

const columns: RowsColumn<Numbered>[] = [
  { key: "name", title: said.columns.name, cell: ({ name }) => (name === "" ? said.gone : name) },
  { key: "place", title: said.columns.place, width: "56px", align: "end", cell: ({ place }) => place },
  {
    key: "pages",
    title: said.columns.pages,
    width: "110px",
    align: "end",
    cell: ({ pages }) => (pages === 0 ? said.notCounted : pages),
  },
  { key: "hash", title: said.columns.hash, width: "17rem", isQuiet: true, cell: Hash },
];

function Packed({ pack }: { pack: PackView }) {
  const files = pack.files.map((file, index) => ({ ...file, place: index + 1 }));
  return (
    <>
      <Rows
        name={said.table}
        columns={columns}
        rows={files}
        keyOf={({ document }) => document}
        foot={said.madeOn(words.dates.plain(pack.on), pack.pages)}
      />
      <dl className="facts">
        <dt>{said.inLetter}</dt>
        <dd>{pack.letterWords}</dd>
        <dt>{said.hash}</dt>
        <dd>
          <Copied value={pack.sha256} name={said.hash} done={said.hashCopied} />
        </dd>
      </dl>
    </>
  );
}
