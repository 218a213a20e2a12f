/** The envelope the letters go into: a common one, or five numbers measured with a ruler. */
import { FileDown } from "lucide-react";
import { useState } from "react";
import { useAct } from "../../backend/call";
import type { EnvelopeForm } from "../../backend/generated/EnvelopeForm";
import type { FoldCode } from "../../backend/generated/FoldCode";
import { useAnnounce } from "../../widgets/Announcements";
import { Button } from "../../widgets/Button";
import { Choice, Pick } from "../../widgets/Choice";
import { Field } from "../../widgets/Field";
import { FormPart } from "../../widgets/Form";
import { ProblemNotice } from "../../widgets/Problems";
import { words } from "../../words/en-GB";
import { EnvelopePicture } from "./EnvelopePicture";
import type { PartProps } from "./OrganisationPart";

const presets = ["uk_dl", "uk_dl_thirds", "own"] as const;
type Preset = (typeof presets)[number];
type Measure = Exclude<keyof EnvelopeForm, "preset" | "fold">;
const folds: readonly FoldCode[] = ["at105And210", "at99And198", "half", "none"];
const measures: readonly Measure[] = ["width", "height", "windowLeft", "windowBottom", "windowWidth", "windowHeight"];

/** How the sheet is folded for each common envelope. */
const foldOf: Record<Exclude<Preset, "own">, FoldCode> = { uk_dl: "at105And210", uk_dl_thirds: "at99And198" };

/** Both common envelopes are the same; only the sheet in them is folded differently. In tenths of a millimetre. */
const commonDl = { width: 2200, height: 1100, windowLeft: 200, windowBottom: 180, windowWidth: 900, windowHeight: 350 };

const toMillimetres = (tenths: number) => String(tenths / 10);

/** Tenths of a millimetre from what was typed; null if it is no number. */
function toTenths(text: string): number | null {
  const match = /^(\d{1,4})(?:[.,](\d))?$/.exec(text.trim());
  return match === null ? null : Number(match[1]) * 10 + Number(match[2] ?? "0");
}

export function EnvelopePart({ value, onChange }: PartProps<EnvelopeForm>) {
  const said = words.settings.envelope;
  const announce = useAnnounce();
  const sheet = useAct("envelope_test_sheet_save", {
    onDone: (saved) => announce(said.testSheetSaved(saved.fileName)),
  });
  const preset: Preset = presets.find((one) => one === value.preset) ?? "own";
  return (
    <FormPart title={said.title} note={<p>{said.intro}</p>}>
      <div className="envelope__choice">
        <Choice
          id="envelope.preset"
          label={said.preset}
          value={preset}
          options={presets.map((one) => ({ value: one, ...said.presets[one] }))}
          onChange={(chosen) =>
            onChange(chosen === "own" ? { preset: chosen } : { preset: chosen, ...commonDl, fold: foldOf[chosen] })
          }
        />
        <EnvelopePicture envelope={value} />
      </div>
      {preset === "own" && (
        <div className="columns">
          {measures.map((measure) => (
            <MeasureField
              key={measure}
              label={said[measure]}
              id={`envelope.${measure}`}
              tenths={value[measure]}
              onChange={(tenths) => onChange({ [measure]: tenths })}
            />
          ))}
          <Pick
            id="envelope.fold"
            label={said.fold}
            value={value.fold}
            onChange={(fold) => onChange({ fold })}
            options={folds.map((fold) => ({ value: fold, name: said.folds[fold] }))}
          />
        </div>
      )}
      {sheet.problem !== undefined && sheet.problem.error.kind !== "cancelled" && (
        <ProblemNotice problem={sheet.problem} />
      )}
      <div className="row">
        <Button icon={FileDown} busy={sheet.isBusy && words.common.busy} onPress={() => sheet.run({ envelope: value })}>
          {said.testSheet}
        </Button>
        <span className="small quiet">{said.testSheetHelp}</span>
      </div>
    </FormPart>
  );
}

type MeasureFieldProps = {
  label: string;
  id: string;
  tenths: number;
  onChange: (tenths: number) => void;
};

function MeasureField({ label, id, tenths, onChange }: MeasureFieldProps) {
  const [text, setText] = useState(toMillimetres(tenths));
  const isNumber = toTenths(text) !== null;
  return (
    <Field
      id={id}
      label={label}
      value={text}
      onChange={(typed) => {
        setText(typed);
        const read = toTenths(typed);
        if (read !== null) onChange(read);
      }}
      error={isNumber ? undefined : words.settings.envelope.notANumber}
      inputMode="decimal"
      unit={words.settings.envelope.unit}
      width="middle"
    />
  );
}
