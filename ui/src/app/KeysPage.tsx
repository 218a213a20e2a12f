/** All keys on one page, from the one list of actions. */
import { Button } from "../widgets/Button";
import { Dialog } from "../widgets/Dialog";
import { Keys } from "../widgets/Keys";
import { words } from "../words/en-GB";
import { type ActionGroup, actionNames, actions } from "./actions";

/** In the order of their names, none forgotten. */
const groups = Object.keys(words.keys.groups) as ActionGroup[];

export function KeysPage({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title={words.keys.title} isOpen={isOpen} onClose={onClose} size="wide">
      <p className="quiet">{words.keys.single}</p>
      <div className="keys-page">
        {groups.map((group) => (
          <section key={group} className="stack stack--tight">
            <h2 className="eyebrow">{words.keys.groups[group]}</h2>
            <dl className="keys-page__list">
              {actionNames
                .map((name) => actions[name])
                .filter((action) => action.group === group && action.keys !== undefined)
                .map((action) => (
                  <div key={action.name}>
                    <dt>{action.name}</dt>
                    <dd>
                      <Keys keys={action.keys ?? ""} />
                      <span className="unseen">{action.keys}</span>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="dialog__feet">
        <Button onPress={onClose} autoFocus>
          {words.common.close}
        </Button>
      </div>
    </Dialog>
  );
}
