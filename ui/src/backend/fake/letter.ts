/** Commands of the pretend core: letters. */
import { words } from "../../words/en-GB";
import { Problem } from "../backend";
import { event, type FakeCase } from "./cases";
import { beginLetter, type FakeLetter, letterTitle, letterTitleOf, letterView } from "./letters";
import { trayView } from "./tray";
import { changedCase, findCase, findLetter, type Handlers, invalid, newId, type World } from "./world";

export function letterHandlers(world: World) {
  const viewOf = (letter: FakeLetter, of: FakeCase) => letterView(letter, of, world.settings.regulator.confirmed);
  return {
    letter_begin: ({ case: id, kind }) => {
      const of = findCase(world, id);
      let letter = of.letters.find((one) => one.kind === kind && one.state === "draft");
      if (letter === undefined) {
        letter = beginLetter(newId(world), kind, of, world.today);
        of.letters.push(letter);
      }
      return { value: viewOf(letter, of), topics: changedCase(world, of).topics };
    },
    letter_read: ({ letter: id }) => {
      const { letter, of } = findLetter(world, id);
      return { value: viewOf(letter, of) };
    },
    letter_keep: ({ letter: id, revision, ...edited }) => {
      const { letter, of } = findLetter(world, id);
      if (letter.revision !== revision) {
        throw new Problem({ kind: "conflict", message: "This draft was kept from another window." });
      }
      Object.assign(letter, structuredClone(edited), { revision: revision + 1 });
      return { value: viewOf(letter, of) };
    },
    letter_discard: ({ letter: id }) => {
      const { of } = findLetter(world, id);
      of.letters = of.letters.filter((one) => one.id !== id);
      return changedCase(world, of);
    },
    letter_make_final: ({ letter: id }) => {
      const { letter, of } = findLetter(world, id);
      letter.state = "final";
      letter.number = `${of.reference}/${of.letters.filter((one) => one.number !== null).length + 1}`;
      of.history.push(event(world.today, "letter.finalised", `${letterTitle(letter)} made final.`, letter.number));
      return { value: viewOf(letter, of), topics: changedCase(world, of).topics };
    },
    letter_save_pdf: ({ letter: id }) => {
      const { letter, of } = findLetter(world, id);
      return { value: { fileName: `${(letter.number ?? of.reference).replace("/", "-")}.pdf`, sha256: "9f2c" } };
    },
    letter_save_eml: ({ letter: id }) => {
      const { letter, of } = findLetter(world, id);
      const fileName = `${(letter.number ?? of.reference).replace("/", "-")}.eml`;
      return { value: { fileName, attached: 1, next: "Open the file: your mail program shows it as a new message." } };
    },
    letter_save_encrypted: ({ letter: id }) => {
      const { letter, of } = findLetter(world, id);
      return {
        value: {
          fileName: `${(letter.number ?? of.reference).replace("/", "-")}.zip`,
          files: 1,
          passphrase: "acorn-bridge-candle-dolphin-ember-fiddle-garlic-harbour",
          opensWith: "It opens with 7-Zip or WinZip and this passphrase.",
        },
      };
    },
    letter_record_sent: ({ letter: id, on, channel, class: postal }) => {
      const { letter, of } = findLetter(world, id);
      if (on > world.today) invalid("on", "That day has not come yet.");
      const way = postal === null ? words.channels[channel] : words.postalClasses[postal];
      letter.state = "sent";
      letter.sent = { channel, on, words: `Sent ${words.dates.plain(on)}, ${way}` };
      if (letter.kind === "L07") of.answeredOn = on;
      of.history.push(event(on, "letter.sent", `${letterTitle(letter)} sent, ${way}.`));
      return changedCase(world, of);
    },
    letter_kinds: ({ case: id }) => {
      const of = findCase(world, id);
      const kinds = (["L01", "L07", "L00"] as const).map((kind) => ({
        kind,
        title: letterTitleOf(kind),
        isNext: kind === "L01",
        notNow: kind === "L07" ? "No search is recorded, and an answer says what was searched." : "",
        rule: kind === "L07" ? "REF-7" : "",
        draft: of.letters.find((one) => one.kind === kind && one.state === "draft")?.id ?? null,
      }));
      return { value: { kinds } };
    },
    letter_record_delivered: ({ letter: id, on }) => {
      const { letter, of } = findLetter(world, id);
      letter.state = "delivered";
      of.history.push(event(on, "letter.delivered", `${letterTitle(letter)} arrived.`));
      return changedCase(world, of);
    },
    letter_record_returned: ({ letter: id, on }) => {
      const { letter, of } = findLetter(world, id);
      letter.state = "returned";
      of.history.push(event(on, "letter.returned", `${letterTitle(letter)} came back.`));
      const { value, topics } = changedCase(world, of);
      const sentence = "Sent in time stays sent in time, but the answer is still owed.";
      return { value: { ...value, advisories: [{ rule: "POST-1", sentence }] }, topics };
    },
    letter_print: ({ letter: id }) => {
      const { letter, of } = findLetter(world, id);
      letter.state = "printed";
      return changedCase(world, of);
    },
    tray_read: ({ state }) => ({ value: trayView(world, state) }),
    tray_print: ({ letters }) => {
      const [first, ...others] = letters;
      if (first !== undefined) findLetter(world, first.letter).letter.state = "printed";
      const failed = others.map(({ letter }) => ({
        letter,
        number: "SR-2026-0042-E/2",
        rule: "",
        sentence: "The printing system did not take the letter.",
      }));
      const recorded = first === undefined ? [] : [first.letter];
      return { value: { recorded, failed, advisories: [] }, topics: [{ of: "letters" }, { of: "cases" }] };
    },
    tray_print_file: ({ letters }) => ({
      value: { fileName: "Letters 2026-11-22.pdf", letters: letters.length, pages: letters.length * 2 },
    }),
    tray_record_sent: ({ letters, on }) => {
      const [first, ...others] = letters;
      for (const sent of first === undefined ? [] : [first]) {
        const { letter } = findLetter(world, sent.letter);
        letter.state = "sent";
        letter.sent = { channel: "post", on, words: `Posted ${words.dates.plain(on)}, 1st class` };
      }
      const failed = others.map(({ letter }) => ({
        letter,
        number: "SR-2026-0042-E/2",
        rule: "",
        sentence: "This case was changed meanwhile.",
      }));
      const recorded = first === undefined ? [] : [first.letter];
      return { value: { recorded, failed, advisories: [] }, topics: [{ of: "letters" }, { of: "cases" }] };
    },
    letter_void: ({ letter: id, reason }) => {
      const { letter, of } = findLetter(world, id);
      if (reason.trim() === "") invalid("reason", "Say why the letter is void.");
      letter.state = "void";
      of.history.push(event(world.today, "letter.voided", `${letterTitle(letter)} declared void.`));
      return changedCase(world, of);
    },
  } satisfies Handlers;
}
