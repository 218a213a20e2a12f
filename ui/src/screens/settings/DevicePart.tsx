/** How the page looks and which keys work on this computer. */
import { changeDevice, themes, useDevice } from "../../app/device";
import { Choice, Tick } from "../../widgets/Choice";
import { FormPart } from "../../widgets/Form";
import { words } from "../../words/en-GB";

export function DevicePart() {
  const { theme, singleKeys } = useDevice();
  const said = words.settings.device;
  return (
    <FormPart title={said.title} note={<p>{said.intro}</p>}>
      <Choice
        id="theme"
        label={said.theme}
        value={theme}
        options={themes.map((one) => ({ value: one, name: said.themes[one] }))}
        onChange={(chosen) => changeDevice({ theme: chosen })}
      />
      <Tick
        id="singleKeys"
        isSelected={singleKeys}
        onChange={(on) => changeDevice({ singleKeys: on })}
        help={said.singleKeysHelp}
      >
        {said.singleKeys}
      </Tick>
    </FormPart>
  );
}
