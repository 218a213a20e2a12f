/** The ways in which something leaves the building, as a choice (SEND-1): the same list wherever it is asked for. */
import type { ChannelCode } from "../backend/generated/ChannelCode";
import { words } from "../words/en-GB";

const channels: readonly ChannelCode[] = [
  "post",
  "email",
  "secureLink",
  "portal",
  "hand",
  "collected",
  "phone",
  "webForm",
  "socialMedia",
  "other",
];

export const waysOut = () => channels.map((code) => ({ value: code, name: words.channels[code] }));
