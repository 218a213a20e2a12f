/** Texts of long work, and of the program's end. */
export const progress = {
  count: (done: number, of: number) => `${done} of ${of}`,
  stopping: "Stopping",
};

export const closing = {
  title: "Closing the casebook",
  text: "What you typed is being kept. If a backup is due, it is made now.",
};
