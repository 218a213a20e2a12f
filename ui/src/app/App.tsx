/** What is shown at all: making a casebook, unlocking it, finishing set-up, or the frame with its places. */
import { QueryClientProvider } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useActivity } from "../backend/activity";
import type { Backend, Problem } from "../backend/backend";
import { BackendProvider, makeQueryClient, useChanges, useRead } from "../backend/call";
import type { RecoveryKeyShown } from "../backend/generated/RecoveryKeyShown";
import { FirstOrganisation } from "../screens/unlock/FirstOrganisation";
import { FirstPassphrase } from "../screens/unlock/FirstPassphrase";
import { FirstRecoveryKey } from "../screens/unlock/FirstRecoveryKey";
import { GateSheet } from "../screens/unlock/GateSheet";
import { ShowKey } from "../screens/unlock/shownKey";
import { Announcements } from "../widgets/Announcements";
import { Boundary } from "../widgets/Boundary";
import { useKeepFocus } from "../widgets/keepFocus";
import { Locale } from "../widgets/Locale";
import { ProblemNotice } from "../widgets/Problems";
import { Closing } from "./Closing";
import { Frame } from "./Frame";
import { Locked } from "./Locked";

export function App({ backend }: { backend: Backend }) {
  // A locked casebook leaves nothing behind on the page: everything that was read goes with its client.
  const [generation, setGeneration] = useState(0);
  const startAgain = useCallback(() => setGeneration((before) => before + 1), []);
  useKeepFocus();
  return (
    <Locale>
      <BackendProvider value={backend}>
        <Boundary onStartAgain={startAgain}>
          <Generation key={generation} onLocked={startAgain} />
        </Boundary>
      </BackendProvider>
    </Locale>
  );
}

type GenerationProps = { onLocked: () => void };

function Generation({ onLocked }: GenerationProps) {
  const [client] = useState(() => makeQueryClient(onLocked));
  return (
    <QueryClientProvider client={client}>
      <Announcements>
        <Gate onLocked={onLocked} />
        <Closing />
      </Announcements>
    </QueryClientProvider>
  );
}

function Gate({ onLocked }: GenerationProps) {
  useChanges(onLocked);
  useActivity();
  const [key, setKey] = useState<RecoveryKeyShown | null>(null);
  const gate = useRead("gate_status", {});
  if (gate.problem !== undefined) return <AtTheGate problem={gate.problem} />;
  if (gate.answer === undefined) return null;
  switch (gate.answer.state) {
    case "none":
      return <FirstPassphrase problem={gate.answer.problem} onCreated={setKey} />;
    case "locked":
      return <Locked problem={gate.answer.problem} wasLocked={gate.answer.wasLocked} />;
    case "open":
      return <Opened shownKey={key} madeUp={gate.answer.madeUp} onKey={setKey} onLocked={onLocked} />;
  }
}

function AtTheGate({ problem }: { problem: Problem }) {
  return (
    <GateSheet>
      <ProblemNotice problem={problem} />
    </GateSheet>
  );
}

type OpenedProps = {
  shownKey: RecoveryKeyShown | null;
  madeUp: boolean;
  onKey: (key: RecoveryKeyShown | null) => void;
  onLocked: () => void;
};

function Opened({ shownKey, madeUp, onKey, onLocked }: OpenedProps) {
  const { answer: home, problem } = useRead("home_read", {});
  if (problem !== undefined) return <AtTheGate problem={problem} />;
  if (home === undefined) return null;
  switch (home.setup) {
    case "recoveryKey":
      return <FirstRecoveryKey shownKey={shownKey} onKey={onKey} isFirst={home.organisation === ""} />;
    case "organisation":
      return <FirstOrganisation />;
    case "done":
      return (
        <ShowKey value={onKey}>
          <Frame home={home} madeUp={madeUp} onLocked={onLocked} />
        </ShowKey>
      );
  }
}
