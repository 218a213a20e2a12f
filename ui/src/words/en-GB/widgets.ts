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
  whole: "100 %",
  large: "150 %",
};

export const copied = {
  copy: "Copy",
  selected: "Selected: press Ctrl+C to copy.",
};
