/** How the desk works: where to aim, how long the post takes, when to close and to lock. */
import type { DeskForm } from "../../backend/generated/DeskForm";
import { FormPart } from "../../widgets/Form";
import { words } from "../../words/en-GB";
import { NumberField } from "./NumberField";

type DeskPartProps = { value: DeskForm; onChange: (change: Partial<DeskForm>) => void };

export function DeskPart({ value, onChange }: DeskPartProps) {
  const said = words.settings.desk;
  const number = (key: keyof DeskForm, unit: string) => ({
    id: `desk.${key}`,
    label: said[key],
    value: value[key],
    // While it is no number the form says so and is not sent.
    onChange: (typed: number | null) => typed !== null && onChange({ [key]: typed }),
    unit,
    notANumber: said.notANumber,
  });
  return (
    <>
      <FormPart title={said.target}>
        <NumberField {...number("targetDays", said.days)} help={said.targetDaysHelp} rule="TIME-1" />
      </FormPart>
      <FormPart title={said.post} note={<p>{said.postHelp}</p>}>
        <div className="columns">
          <NumberField {...number("postMarginFirst", said.workingDays)} rule="TIME-13" />
          <NumberField {...number("postMarginSecond", said.workingDays)} rule="TIME-13" />
        </div>
      </FormPart>
      <FormPart title={said.close} note={<p>{said.closeHelp}</p>}>
        <div className="columns">
          <NumberField {...number("idCloseMonths", said.months)} />
          <NumberField {...number("clarificationCloseMonths", said.months)} />
        </div>
      </FormPart>
      <FormPart title={said.lock}>
        <NumberField {...number("idleMinutes", said.minutes)} help={said.idleHelp} />
      </FormPart>
    </>
  );
}
