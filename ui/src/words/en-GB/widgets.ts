/** Texts of widgets that stand on many screens. */
export const checklist = {
  count: (isIn: number, of: number) => `${isIn} of ${of}`,
  wording: (label: string) => `Wording: ${label}`,
  reword: "Reword",
  rewordOf: (text: string) => `Reword: ${text}`,
  asItWas: "As it was",
  asItWasOf: (text: string) => `As it was: ${text}`,
  add: "Add a line",
};

export const steps = { done: "done", here: "under way", toCome: "to come", stopped: "stopped" };

export const bars = {
  chart: (title: string) => `${title}, as a chart`,
  asTable: "Show as table",
  asChart: "Show as chart",
};

export const split = { bar: "Width of the panes" };

export const zoom = {
  name: "Size",
  fit: "Fit width",
  whole: "100%",
  large: "150%",
};

export const copied = {
  copy: "Copy",
  selected: "Selected: press Ctrl+C to copy.",
};

export const arrange = {
  up: "Move up",
  upOf: (name: string) => `Move up: ${name}`,
  down: "Move down",
  downOf: (name: string) => `Move down: ${name}`,
  out: "Leave out",
  outOf: (name: string) => `Leave out: ${name}`,
  into: "Put in",
  intoOf: (name: string) => `Put in: ${name}`,
  now: (name: string, place: number, of: number) => `${name} is now ${place} of ${of}.`,
  isOut: (name: string) => `${name} is left out.`,
};
