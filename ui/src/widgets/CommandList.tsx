/** One box to search or do: results below it, arrows move, Enter runs. */
import { Search } from "lucide-react";
import {
  Dialog as AriaDialog,
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import "./command-list.css";
import "./dialog.css";
import "./field.css";
import { Keys } from "./Keys";

export type Command = { id: string; name: string; aside?: string; keys?: string | undefined; run: () => void };
type CommandGroup = { title: string; commands: readonly Command[] };

type CommandListProps = {
  title: string;
  placeholder: string;
  nothing: string;
  isOpen: boolean;
  onClose: () => void;
  text: string;
  onText: (text: string) => void;
  groups: readonly CommandGroup[];
};

export function CommandList(props: CommandListProps) {
  const { title, placeholder, nothing, isOpen, onClose, text, onText } = props;
  const groups = props.groups.filter((group) => group.commands.length > 0);
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog commands" data-modal="">
        <AriaDialog className="commands__inside" aria-label={title}>
          <Autocomplete inputValue={text} onInputChange={onText}>
            <SearchField aria-label={title} className="commands__field" autoFocus>
              <Search size={18} aria-hidden="true" />
              <Input
                className="commands__input"
                role="combobox"
                aria-expanded="true"
                aria-haspopup="listbox"
                placeholder={placeholder}
                spellCheck="false"
              />
            </SearchField>
            <ListBox
              className="commands__list options"
              aria-label={title}
              renderEmptyState={() => <p className="commands__nothing">{nothing}</p>}
            >
              {groups.map((group) => (
                <ListBoxSection key={group.title}>
                  <Header className="commands__group">{group.title}</Header>
                  {group.commands.map((command) => (
                    <ListBoxItem
                      key={command.id}
                      id={command.id}
                      textValue={command.name}
                      className="options__one"
                      onAction={() => {
                        onClose();
                        command.run();
                      }}
                    >
                      <span>
                        {command.name}
                        {command.aside !== undefined && <span className="commands__aside"> {command.aside}</span>}
                      </span>
                      {command.keys !== undefined && <Keys keys={command.keys} />}
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
