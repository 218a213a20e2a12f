/** Somebody in the case: role, address with what is wrong with it by line, and how they want to be reached. */
import type { AddressProblem } from "../../backend/generated/AddressProblem";
import type { ContactView } from "../../backend/generated/ContactView";
import type { PartyView } from "../../backend/generated/PartyView";
import { Button } from "../../widgets/Button";
import { Notice } from "../../widgets/Notice";
import { words } from "../../words/en-GB";
import type { Dialogs } from "./CaseDialogs";

export function Party({ party, onOpen }: { party: PartyView; onOpen: (dialog: Dialogs) => void }) {
  const { case: said, people } = words;
  return (
    <div className="party card">
      <div className="party__who">
        <p className="party__name">{party.name}</p>
        <p className="quiet small">{party.roleWords}</p>
      </div>
      <div className="party__do">
        <Button
          kind="plain"
          name={said.editOf(party.name)}
          onPress={() => onOpen({ show: "party", party: party.party })}
        >
          {said.edit}
        </Button>
        <Button
          kind="plain"
          name={people.contactOf(party.name)}
          onPress={() => onOpen({ show: "contact", party: party.party })}
        >
          {people.contact}
        </Button>
      </div>
      <div className="party__address">
        {party.address.length > 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of an address is its place
          party.address.map((line, index) => <p key={index}>{line}</p>)
        ) : (
          <p className="quiet">{`${said.noAddress}. ${said.addressAsk}`}</p>
        )}
      </div>
      <dl className="facts party__reach">
        <Reach name={said.salutation} value={party.salutation} />
        <Reach name={said.email} value={party.email} />
        <Reach name={said.phone} value={party.phone} />
        <Wishes contact={party.contact} />
      </dl>
      {party.mayAct && <p className="party__wide small quiet">{people.mayAct}</p>}
      {party.addressProblems.length > 0 && (
        <div className="party__wide">
          <Notice tone="care" title={words.party.onEnvelope}>
            <ul>
              {party.addressProblems.map((problem) => (
                <li key={`${problem.line} ${problem.sentence}`}>
                  <Where problem={problem} /> {problem.sentence} {problem.blocks && people.cannotPost}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
    </div>
  );
}

/** Which line it is about. Line 0 is the address as a whole; some sentences name their line themselves. */
function Where({ problem: { line, sentence } }: { problem: AddressProblem }) {
  const name = words.people.addressLine(line);
  if (line === 0 || sentence.startsWith(`${name} `)) return null;
  return <strong>{name}:</strong>;
}

function Reach({ name, value }: { name: string; value: string }) {
  if (value === "") return null;
  return (
    <div className="facts__one">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Wishes({ contact }: { contact: ContactView }) {
  const { people } = words;
  return (
    <>
      <Reach name={people.replyBy} value={contact.words} />
      <Reach name={people.needs} value={contact.needs} />
      <Reach name={people.safeContact} value={contact.safeContact} />
      <Reach name={people.language} value={contact.language} />
    </>
  );
}
