import type { Survey } from "./survey.ts";
import type { Counts } from "./tally.ts";

const shown = new Intl.NumberFormat("en-GB");
const many = (count: number, one: string, more = `${one}s`) => `${shown.format(count)} ${count === 1 ? one : more}`;
const sum = (reasons: Record<string, number>) => Object.values(reasons).reduce((all, count) => all + count, 0);
const why = (reasons: Record<string, number>) => Object.entries(reasons).map(([reason, count]) => `${shown.format(count)} ${reason}`).join(", ");
const both = (counts: Counts, what: "created" | "updated" | "same") => `${many(counts.question[what], "question")}, ${many(counts.answer[what], "answer")}`;

/** What an import has done, line by line; the first says what the dump holds. */
export const report = ({ questions, answers, accepted }: Survey, counts: Counts, { dryRun }: { dryRun: boolean }) => {
  const { skipped, left, failed, failures } = counts;
  const [created, updated] = dryRun ? ["Would create", "Would update"] : ["Created", "Updated"];
  return [
    `${many(questions, "question")}, ${many(answers, "answer")}, ${shown.format(accepted)} accepted, ${shown.format(sum(skipped))} skipped${sum(skipped) ? ` (${why(skipped)})` : ""}`,
    `${created}: ${both(counts, "created")}${dryRun ? "" : `, ${many(counts.accepted, "accepted answer")}, ${many(counts.authors, "author")}`}`,
    `${updated}: ${both(counts, "updated")}`,
    `Already there: ${both(counts, "same")}`,
    ...(counts.relinked ? [`Links between posts that now lead to this portal: in ${many(counts.relinked, "text")}`] : []),
    ...(sum(left) ? [`Left as they are: ${why(left)}`] : []),
    ...(failures ? [`Failed: ${many(failures, "row")}`] : []),
    ...failed.map(({ line, id, why }) => `  Posts.xml, line ${line}${id && `, post ${id}`}: ${why}`),
    ...(failures > failed.length ? [`  and ${many(failures - failed.length, "more row")}`] : []),
  ];
};
