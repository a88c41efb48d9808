import { parseArgs } from "node:util";
import { Trouble } from "@/lib/cli/trouble";

const text = (value: string) => ({ type: "string", default: value }) as const;
const flag = { type: "boolean", default: false } as const;
const options = { posts: text(""), quick: flag, seconds: text(""), only: text(""), json: text(""), keep: flag, pages: flag, requests: text("100"), runs: text("3"), sql: flag };

const usage = `Usage: npm run bench -- [--posts 100000] [--quick] [--seconds 10] [--only WORDS] [--json FILE] [--keep]
       npm run bench -- --pages [--posts 100000] [--only WORDS] [--requests 100] [--runs 3] [--sql] [--keep]`;

/** What the bench was asked for. `--quick`: 10,000 posts, sixteen connections only, three seconds each. */
export const asked = () => {
  try {
    const { values } = parseArgs({ options });
    const [posts, seconds] = [Number(values.posts || (values.quick ? 10_000 : 100_000)), Number(values.seconds || (values.quick ? 3 : 10))];
    const [requests, runs] = [Number(values.requests), Number(values.runs)];
    if (!posts || posts < 1000 || !seconds || !requests || !runs) throw new Trouble(usage);
    return { ...values, posts, seconds, requests, runs, connections: values.quick ? [16] : [1, 16, 64] };
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble(`${(error as Error).message}\n${usage}`);
  }
};
