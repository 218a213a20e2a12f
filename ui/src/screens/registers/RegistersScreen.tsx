/** The registers: what answers are made from, one list each. */
import { type PlaceAt, registerCodes, shift } from "../../app/places";
import { useRead } from "../../backend/call";
import { Tabs } from "../../widgets/Tabs";
import { TopBar } from "../../widgets/TopBar";
import { words } from "../../words/en-GB";
import { HolidaysPane } from "./HolidaysPane";
import { RegisterPane } from "./RegisterPane";
import "./registers.css";

type Props = { register: PlaceAt<"registers">["register"]; today: string };

export function RegistersScreen({ register, today }: Props) {
  const { registers, holidays } = words;
  const { answer } = useRead("registers_read", { register: register === "holidays" ? "systems" : register });
  return (
    <div className="screen">
      <TopBar>
        <h1>{registers.title}</h1>
      </TopBar>
      <p className="quiet registers__intro">{registers.intro}</p>
      <Tabs
        name={registers.title}
        isSide
        selected={register}
        onSelect={(chosen) => shift({ at: "registers", register: chosen })}
        tabs={[
          ...registerCodes.map((one) => ({
            id: one,
            name: registers.names[one],
            count: answer?.counts.find((count) => count.register === one)?.entries ?? 0,
            content: <RegisterPane register={one} today={today} />,
          })),
          { id: "holidays" as const, name: holidays.title, content: <HolidaysPane /> },
        ]}
      />
    </div>
  );
}
