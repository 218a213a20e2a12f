/** What a search can come to, as it is offered. */
import type { SearchResultCode } from "../../../backend/generated/SearchResultCode";
import { words } from "../../../words/en-GB";

const codes: readonly SearchResultCode[] = ["found", "nothing", "not_searched"];

export const resultOptions = codes.map((value) => ({ value, ...words.search.results[value] }));
