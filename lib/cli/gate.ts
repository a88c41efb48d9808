import { existsSync } from "node:fs";
import { step } from "./progress.ts";
import { runScript, scriptOf } from "./programs.ts";

/** What a check has to say: how many tests passed and failed, and the words of what failed. */
export type Verdict = { passed: number; failed: number; said: string };
type Run = (note: (detail: string) => void) => Promise<Verdict>;
export type Check = { title: string; run: Run };

class Failed extends Error {
  constructor(readonly verdict: Verdict) {
    super();
  }
}

/** A program that is content or not: not content counts as one failure. */
const plain = (title: string, script: () => string, args: string[], env: Record<string, string> = {}): Check => ({
  title,
  run: async () => {
    const { code, output } = await runScript(script(), args, { env });
    return { passed: 0, failed: code === 0 ? 0 : 1, said: output };
  },
});

const code = () => ["app", "components", "lib", "proxy.ts", "instrumentation.ts"].filter((entry) => existsSync(entry));
const cached = ["--cache", "--cache-strategy", "content", "--cache-location", "node_modules/.cache/eslint/"];

export const routes = plain("Route types", () => scriptOf("next"), ["typegen"]);
export const types = plain("Types", () => scriptOf("typescript", "tsc"), ["--noEmit", "-p", "."]);
export const lint = (fresh: boolean) => plain("Lint", () => scriptOf("eslint"), [".", "--max-warnings", "0", ...(fresh ? [] : cached)]);
export const imports = plain("Imports", () => scriptOf("dependency-cruiser", "depcruise"), code());
export const unused = plain("Nothing unused", () => scriptOf("knip"), ["--no-progress"]);
export const migrations = plain("Migrations", () => "lib/cli/db.ts", ["check"]);

/** Runs every check, whatever the others said, and shows what failed. */
export const runAll = async (checks: Check[]) => {
  const total = { passed: 0, failed: 0 };
  for (const { title, run } of checks) {
    const verdict = await step(title, async (note) => {
      const result = await run(note);
      if (result.failed > 0) throw new Failed(result);
      return result;
    }).catch((error: unknown) => {
      if (!(error instanceof Failed)) throw error;
      process.stdout.write(`\n${error.verdict.said.trim()}\n\n`);
      return error.verdict;
    });
    total.passed += verdict.passed;
    total.failed += verdict.failed;
  }
  return total;
};
