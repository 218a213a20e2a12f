/** Texts of the out tray. */
import type { TrayOrder } from "../../backend/generated/TrayOrder";
import type { TrayState } from "../../backend/generated/TrayState";
import { counted } from "./counted";

const tabs: Record<TrayState, string> = {
  draft: "Drafts",
  ready: "Ready",
  printed: "Printed",
  sent: "Sent",
  returned: "Returned",
};

const orders: Record<TrayOrder, string> = { urgent: "Most urgent first", address: "By address" };

const empty: Record<TrayState, { title: string; text: string }> = {
  draft: { title: "No drafts", text: "Letters are begun on the page of their case." },
  ready: { title: "Nothing to send", text: "A letter that is made final waits here until it is recorded as sent." },
  printed: { title: "Nothing printed", text: "A letter printed from here waits until it is recorded as sent." },
  sent: { title: "Nothing sent yet", text: "Letters recorded as sent stand here, the latest first." },
  returned: { title: "Nothing came back", text: "A letter that came back or bounced stands here." },
};

export const tray = {
  title: "Letters",
  tabsName: "Parts of the out tray",
  tabs,
  orders,
  order: "Order",
  empty,
  letters: "Letters",
  select: "Choose",
  selectOne: (number: string, to: string) => `Choose ${number}, to ${to}`,
  all: "Choose all",
  none: "Choose none",
  letter: "Letter",
  to: "To",
  pages: "Pages",
  postBy: "By when",
  state: "State",
  more: (count: number) => `${counted(count, "letter more is", "letters more are")} not shown.`,
  chosen: (count: number) => `${counted(count, "letter", "letters")} chosen`,
  print: "Print",
  printAllTitle: (count: number) => `Print ${counted(count, "letter", "letters")}`,
  printAllIntro: "One after the other, each as it is kept. Each is recorded as printed once the printer has taken it.",
  printedAll: (count: number) => `${counted(count, "letter is", "letters are")} with the printer, recorded as printed.`,
  notPrinted: (count: number) => `${counted(count, "letter was", "letters were")} not printed`,
  printFile: "One file to print",
  printTitle: "One file to print",
  printIntro: (count: number) =>
    `The frozen pages of ${counted(count, "letter", "letters")}, each beginning on a new sheet.`,
  bothSides: "They are printed on both sides",
  printSubmit: "Save the file",
  printed: (name: string, pages: number) => `Saved as ${name}: ${counted(pages, "page", "pages")}.`,
  recordSent: "Record as sent",
  sentTitle: (count: number) => `Record ${counted(count, "letter", "letters")} as sent`,
  sentSubmit: "Record them",
  trackingOf: (number: string, to: string) => `Tracking number of ${number}, to ${to}`,
  recorded: (count: number) => `${counted(count, "letter is", "letters are")} recorded as sent.`,
  notRecorded: (count: number) => `${counted(count, "letter was", "letters were")} not recorded`,
};
