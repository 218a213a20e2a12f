/** Texts of a date field. */
type Part = "day" | "month" | "year";

const parts: Record<Part, string> = { day: "Day", month: "Month", year: "Year" };

export const date = {
  parts,
  placeholders: { day: "dd", month: "mm", year: "yyyy" } satisfies Record<Part, string>,
  missing: (label: string) => `“${label}”: give the day, the month and the year.`,
  incomplete: (label: string, missing: readonly Part[]) => {
    const named = missing.map((part) => (part === "year" ? "the year in four digits" : `the ${part}`));
    return `“${label}”: give ${named.join(" and ")}.`;
  },
  noDay: (typed: string) => `There is no day “${typed}”. A day is a number from 1 to 31.`,
  noMonth: (typed: string) => `There is no month “${typed}”. A month is a number from 1 to 12, or its name.`,
  noYear: (typed: string) => `“${typed}” is no year. A year has four digits, from 1900.`,
  tooLong: (date: string, month: string, days: number) => `${date} does not exist: ${month} has ${days} days.`,
};
