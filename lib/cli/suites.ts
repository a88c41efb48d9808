import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { browser } from "./browser.ts";
import type { Check, Verdict } from "./gate.ts";
import { runScript, scriptOf } from "./programs.ts";

/** Runs a test program that leaves a report, and reads the counts from the report. */
const reported = async (script: string, args: (file: string) => string[], env: (file: string) => Record<string, string>, seen: (piece: string) => void, count: (report: string) => Omit<Verdict, "said">) => {
  const folder = mkdtempSync(path.join(tmpdir(), "stepwell-report-"));
  try {
    const file = path.join(folder, "report.json");
    const { code, output } = await runScript(script, args(file), { env: env(file), seen });
    const counts = existsSync(file) ? count(readFileSync(file, "utf8")) : { passed: 0, failed: 0 };
    return { ...counts, failed: Math.max(counts.failed, code === 0 ? 0 : 1), said: output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

type Vitest = { numPassedTests: number; testResults: { status: string; assertionResults: { status: string }[] }[] };

/** A file that could not even be loaded counts as one failed test. */
const countVitest = (text: string) => {
  const report = JSON.parse(text) as Vitest;
  const failedIn = ({ status, assertionResults }: Vitest["testResults"][number]) => Math.max(assertionResults.filter((one) => one.status === "failed").length, status === "failed" ? 1 : 0);
  return { passed: report.numPassedTests, failed: report.testResults.reduce((sum, file) => sum + failedIn(file), 0) };
};

const vitest = (title: string, projects: string[]): Check => ({
  title,
  run: (note) => {
    let tests = 0;
    const seen = (piece: string) => {
      for (const [, many] of piece.matchAll(/\((\d+) tests?/g)) tests += Number(many);
      note(`${tests} tests`);
    };
    const args = (file: string) => ["run", ...projects.flatMap((name) => ["--project", name]), "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    return reported(scriptOf("vitest"), args, () => ({ NO_COLOR: "1" }), seen, countVitest);
  },
});

export const unit = vitest("Unit tests", ["unit"]);
export const unitAndIntegration = vitest("Unit and integration tests", ["unit", "integration"]);

type Playwright = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

export const browserTests: Check = {
  title: "Browser tests",
  run: async (note) => {
    const chromium = await browser(note);
    if (!chromium) return { passed: 0, failed: 1, said: "There is no browser to test with: install chromium, or name one with CHROMIUM=/path/to/chromium." };
    const seen = (piece: string) => {
      const at = [...piece.matchAll(/\[(\d+)\/(\d+)\]/g)].at(-1);
      if (at) note(`${at[1]} of ${at[2]}`);
    };
    const count = (text: string) => {
      const { expected, unexpected, flaky, skipped } = (JSON.parse(text) as Playwright).stats;
      return { passed: expected + flaky, failed: unexpected + skipped };
    };
    const verdict = await reported(scriptOf("@playwright/test", "playwright"), () => ["test", "--reporter=line,json"], (file) => ({ CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file, NO_COLOR: "1" }), seen, count);
    const unsteady = /^ {2}\d+ flaky\n(?: {4}.*\n)+/m.exec(verdict.said);
    if (unsteady) process.stdout.write(`\nPassed only at the second try:\n${unsteady[0]}\n`);
    return verdict;
  },
};
