import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A folder of this test alone, gone when it ends; PostgreSQL's account may walk through it. */
export const folder = () => {
  const made = mkdtempSync(path.join(tmpdir(), "stepwell-cli-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

/** Runs a command as npm would, and resolves with its exit code and all it said. */
export const cli = (args: string[], env: Record<string, string | undefined>) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const child = spawn(process.execPath, ["lib/cli/run.mjs", ...args], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (chunk) => (said += String(chunk)));
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    child.on("close", (code) => resolve({ code, said }));
  });
