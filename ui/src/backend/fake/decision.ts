/** Commands of the pretend core: what was found, what is decided about it, and what goes out. */
import { words } from "../../words/en-GB";
import { counted } from "../../words/en-GB/counted";
import { Problem } from "../backend";
import type { DecisionSheet } from "../generated/DecisionSheet";
import type { DecisionView } from "../generated/DecisionView";
import type { ExemptionView } from "../generated/ExemptionView";
import type { GroupView } from "../generated/GroupView";
import type { PackView } from "../generated/PackView";
import { event, type FakeCase } from "./cases";
import { changedCase, findCase, type Handlers, invalid, newId, refuse, sameVersion, type World } from "./world";

export type FakeGroup = Omit<GroupView, "stateWords">;

const exemptions: readonly ExemptionView[] = [
  {
    code: "EX-OTHER",
    label: "Information about someone else",
    source: "Data Protection Act 2018, Schedule 2, paragraphs 16 and 17",
    test: "The weighing, and whether they agreed.",
    isCommon: true,
    mayStayUnsaid: false,
    wantsWeighing: true,
  },
  {
    code: "EX-LPP",
    label: "Lawyer-client confidence",
    source: "Data Protection Act 2018, Schedule 2, paragraph 19",
    test: "That the privilege or the duty exists.",
    isCommon: true,
    mayStayUnsaid: false,
    wantsWeighing: false,
  },
  {
    code: "EX-CRIME",
    label: "Crime or tax: telling would harm the work",
    source: "Data Protection Act 2018, Schedule 2, paragraph 2",
    test: "How telling would be likely to harm it.",
    isCommon: true,
    mayStayUnsaid: true,
    wantsWeighing: false,
  },
  {
    code: "EX-CORPFIN",
    label: "Corporate finance",
    source: "Data Protection Act 2018, Schedule 2, paragraph 21",
    test: "The effect on a price or a decision.",
    isCommon: false,
    mayStayUnsaid: false,
    wantsWeighing: false,
  },
];

const treatmentWords = { released: "Released", redacted: "Redacted", withheld: "Withheld" };
const outcomeWords = {
  release_all: "Release everything found",
  release_part: "Release a part",
  refuse: "Refuse",
  nothing_held: "Nothing is held",
};
const standingWords = {
  followed: "as the DPO advised",
  not_followed: "against the DPO’s advice",
  delegated: "under the recorded delegation",
};

const exemptionOf = (code: string | null) => exemptions.find((one) => one.code === code);

function stateWords({ treatment, exemption }: FakeGroup): string {
  if (treatment === null) return "Not decided";
  const label = exemptionOf(exemption)?.label.toLowerCase();
  return label === undefined ? treatmentWords[treatment] : `${treatmentWords[treatment]}: ${label}`;
}

export function decisionSheet(of: FakeCase): DecisionSheet {
  const decided = of.groups.filter(({ treatment }) => treatment !== null).length;
  const pagesOf = (groups: readonly FakeGroup[]) => groups.reduce((sum, { pages }) => sum + pages, 0);
  const stay = pagesOf(of.groups.filter(({ treatment }) => treatment === "withheld"));
  const all = counted(of.groups.length, "group is", "groups are");
  const held = counted(stay, "page is", "pages are");
  return {
    groups: of.groups.map((group) => ({ ...group, stateWords: stateWords(group) })),
    words: of.groups.length === 0 ? "" : `${decided} of ${all} decided; ${held} held back.`,
    exemptions: [...exemptions],
    decision: of.decision,
    pack: of.pack,
    pagesFound: of.searches.reduce((sum, { pages }) => sum + pages, 0),
  };
}

const groupOf = (group: string, title: string, items: number, pages: number): FakeGroup => ({
  group,
  title,
  items,
  pages,
  treatment: null,
  exemption: null,
  thirdParty: null,
  naming: "named",
  reason: "",
  weighed: "",
});

/** Groups in every state. */
export function seedGroups(of: FakeCase): void {
  const reason = "Two colleagues are named in full.";
  of.groups = [
    { ...groupOf("group-1", "Support tickets", 14, 9), treatment: "released" },
    { ...groupOf("group-2", "Mail with the sales team", 41, 12), treatment: "redacted", exemption: "EX-OTHER", reason },
    { ...groupOf("group-3", "Advice of our solicitor", 3, 2), treatment: "withheld", exemption: "EX-LPP", reason },
    groupOf("group-4", "Web log entries", 310, 6),
  ];
}

export function decisionHandlers(world: World) {
  return {
    items_group: ({ case: id, version, title, items, pages }) => {
      const of = findCase(world, id);
      sameVersion(of, version);
      if (title.trim() === "") refuse("ITEM-1", "A group needs a title.", "Write what kind of items it holds.");
      if (items === 0) refuse("ITEM-1", "A group holds at least one item.", "Enter how many items it holds.");
      of.groups.push(groupOf(newId(world), title.trim(), items, pages));
      of.history.push(event(world.today, "items.grouped", "Items were put into a group.", title));
      return changedCase(world, of);
    },
    items_decide: ({ case: id, version, group, treatment, exemption, thirdParty, naming, reason, weighed }) => {
      const of = findCase(world, id);
      sameVersion(of, version);
      const found = of.groups.find((one) => one.group === group);
      if (found === undefined) throw new Problem({ kind: "notFound", message: "There is no such group." });
      if (treatment !== "released") {
        if (exemption === null) {
          const remedy = "Choose the one that applies; if none does, it is released.";
          refuse("REF-4", "What is left out needs an exemption.", remedy);
        }
        if (reason.trim() === "") refuse("REF-4", "What is left out needs a reason.", "Write the reason.");
        if (exemptionOf(exemption)?.wantsWeighing === true && (thirdParty === null || weighed.trim() === "")) {
          const remedy = "Weigh the kind of information, confidence, agreement and any refusal.";
          refuse("REF-5", "Information about somebody else is left out only after weighing.", remedy);
        }
      } else if (thirdParty === "not_reasonable") {
        const remedy = "Redact or withhold it, or weigh again.";
        refuse("REF-5", "The weighing says that it is not reasonable to release this.", remedy);
      }
      Object.assign(found, { treatment, exemption, thirdParty, naming, reason, weighed });
      of.history.push(event(world.today, "items.decided", `${stateWords(found)}.`, reason));
      return changedCase(world, of);
    },
    items_import: ({ case: id, version }) => {
      const of = findCase(world, id);
      sameVersion(of, version);
      of.groups.push(groupOf(newId(world), "Chat messages", 2400, 180), groupOf(newId(world), "Invoices", 720, 44));
      of.history.push(event(world.today, "items.imported", "3,120 items in 2 groups were read in."));
      const faults = ["Line 14: no description.", "Line 208: “EX-AWKWARD” is no exemption."];
      const said = "Read 3,120 items in 2 groups. Left out 2 lines that could not be used.";
      return { value: { items: 3120, groups: 2, faults, words: said }, topics: changedCase(world, of).topics };
    },
    decision_record: ({ case: id, version, commandId: _, case: __, ...made }) => {
      const of = findCase(world, id);
      sameVersion(of, version);
      const { outcome, standing, on, decidedBy, reason, whyNot } = made;
      if (decidedBy.trim() === "") {
        refuse("DEC-1", "The company decides; who did?", "Write the name and role of whoever decided.");
      }
      if (standing === "not_followed" && whyNot.trim() === "") {
        refuse("DEC-1", "The decision goes against the advice.", "Write why it was not followed.");
      }
      if ((outcome === "refuse" || outcome === "release_part") && reason.trim() === "") {
        refuse("REF-2", "A refusal needs its reasons.", "Write the reasons.");
      }
      const said = `${outcomeWords[outcome]}, ${standingWords[standing]}, ${words.dates.plain(on)}`;
      of.decision = { ...made, words: said } satisfies DecisionView;
      of.history.push(event(on, "decision.made", `The company decided: ${said}.`));
      return changedCase(world, of);
    },
    pack_make: ({ case: id, version, documents }) => {
      const of = findCase(world, id);
      sameVersion(of, version);
      if (documents.length === 0) refuse("PACK-1", "The pack is empty.", "Choose the files that go out.");
      const files = documents.map((document, index) => {
        const kept = of.documents.find((one) => one.document === document && !one.isDestroyed);
        if (kept === undefined || kept.purpose === "identity") {
          const message = "A proof of identity, an authority or the request itself does not go out with the answer.";
          return invalid("documents", message);
        }
        const pages = kept.media === "pdf" ? 7 + index : 0;
        return { document, name: kept.name, pages, sha256: `${index}f2c7d5be01a4f6e8c3b7a90d1e2f344`.repeat(2) };
      });
      const pages = files.reduce((sum, file) => sum + file.pages, 0);
      of.pack = {
        files,
        pages,
        on: world.today,
        sha256: "b7a90d1e2f3445566778899aabbccddeeff00112233445566778899aabbccdd0",
        letterWords: `Copy of your personal data, ${counted(files.length, "file", "files")} (${counted(pages, "page", "pages")})`,
      } satisfies PackView;
      of.history.push(event(world.today, "pack.made", "The release pack was put together."));
      return changedCase(world, of);
    },
  } satisfies Handlers;
}
