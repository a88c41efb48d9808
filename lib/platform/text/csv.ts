/** What a spreadsheet would take for a formula, or for the end of a cell. */
const risky = /^[=+\-@\t\r]/;

const cell = (value: unknown) => {
  const text = value === null || value === undefined ? "" : value instanceof Date ? value.toISOString() : String(value);
  const safe = risky.test(text) ? `'${text}` : text;
  return /[",;\t\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line of a CSV file, quoted where it must be. What begins like a formula gets an apostrophe, so that no spreadsheet runs it. */
export const csvLine = (cells: readonly unknown[]) => `${cells.map(cell).join(",")}\r\n`;

/** What stood in a cell before `csvLine` made it safe. */
export const fromCsvCell = (said: string) => (said.startsWith("'") && risky.test(said.slice(1)) ? said.slice(1) : said);
