/** Short messages that something is done: seen for a while in the head, where nothing is done, read out politely. */
import { Check } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import "./announcements.css";

const AnnounceContext = createContext<(message: string) => void>(() => undefined);

const shownFor = 6000;

export function Announcements({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState({ text: "", count: 0 });
  const announce = useCallback((text: string) => setMessage((before) => ({ text, count: before.count + 1 })), []);

  // Each message has its own time, also one that reads like the one before.
  useEffect(() => {
    if (message.text === "") return;
    const timer = setTimeout(() => setMessage((now) => ({ ...now, text: "" })), shownFor);
    return () => clearTimeout(timer);
  }, [message]);

  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="announcement" role="status">
        {message.text !== "" && (
          <p key={message.count}>
            <Check size={16} strokeWidth={3} aria-hidden="true" />
            {message.text}
          </p>
        )}
      </div>
    </AnnounceContext>
  );
}

export const useAnnounce = () => useContext(AnnounceContext);
