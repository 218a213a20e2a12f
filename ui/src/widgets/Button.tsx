/** Buttons: one main per screen, quieter ones beside it. */
import type { LucideIcon } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Button as AriaButton } from "react-aria-components";
import { words } from "../words/en-GB";
import "./button.css";
import { Keys } from "./Keys";

type ButtonKind = "main" | "second" | "plain" | "danger";

type ButtonProps = {
  children: ReactNode;
  kind?: ButtonKind;
  icon?: LucideIcon | undefined;
  /** Its key, shown beside the words. */
  keys?: string | undefined;
  /** A fuller name where the words alone would be ambiguous. */
  name?: string | undefined;
  /** Shown instead of the words while the work goes on; the button keeps its place and the focus. */
  busy?: string | false | undefined;
  isDisabled?: boolean;
  isExpanded?: boolean | undefined;
  isSubmit?: boolean;
  describedBy?: string | undefined;
  autoFocus?: boolean;
  onPress?: (() => void) | undefined;
  ref?: Ref<HTMLButtonElement>;
};

export function Button(props: ButtonProps) {
  const { children, kind = "second", icon: Icon, keys, name, busy = false, isSubmit = false, isExpanded } = props;
  const isBusy = busy !== false;
  return (
    <AriaButton
      ref={props.ref}
      // React Aria's own pending state leaves an unnamed image in its announcer, so a busy button simply does nothing.
      type={isSubmit && !isBusy ? "submit" : "button"}
      className={`button button--${kind}`}
      data-pending={isBusy || undefined}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(props.onPress && !isBusy && { onPress: props.onPress })}
      {...(name !== undefined && { "aria-label": name })}
      {...(isExpanded !== undefined && { "aria-expanded": isExpanded })}
      {...(props.describedBy !== undefined && { "aria-describedby": props.describedBy })}
    >
      {Icon && <Icon size={16} aria-hidden="true" />}
      <span>{isBusy ? busy || words.common.busy : children}</span>
      {keys !== undefined && <Keys keys={keys} />}
    </AriaButton>
  );
}
