import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";

/** The script behind a package's command, run by our own Node rather than by whatever `node` the path finds. */
export const scriptOf = (name: string, command = name) => {
  const folder = path.join("node_modules", name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { bin: string | Record<string, string> };
  const file = typeof bin === "string" ? bin : bin[command];
  if (!file) throw new Error(`${name} has no command ${command}`);
  return path.join(folder, file);
};

const quiet = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };

type Ended = { code: number; output: string };

/** Runs a script to its end and keeps what it says. `seen` gets each piece as it comes. */
export const runScript = (script: string, args: string[], { env = {}, seen }: { env?: Record<string, string | undefined>; seen?: (piece: string) => void } = {}) =>
  new Promise<Ended>((resolve, reject) => {
    const child = spawn(process.execPath, [...tsx(script), script, ...args], { env: { ...process.env, ...quiet, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const hear = (chunk: Buffer) => {
      output += String(chunk);
      seen?.(String(chunk));
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
    endWithUs(child);
  });

/** Starts a script that shares our terminal; of what it says, the lines that match `but` are kept back. */
export const startScript = (script: string, args: string[], env: Record<string, string | undefined> = {}, but?: RegExp) => {
  const child = spawn(process.execPath, [...tsx(script), script, ...args], { env: { ...process.env, ...quiet, ...env }, stdio: ["inherit", but ? "pipe" : "inherit", "inherit"] });
  if (but && child.stdout) createInterface(child.stdout).on("line", (line) => but.test(line) || process.stdout.write(`${line}\n`));
  endWithUs(child);
  return child;
};

const tsx = (script: string) => (script.endsWith(".ts") ? ["--import", "tsx", "--conditions=react-server"] : []);

const endWithUs = (child: ChildProcess) => {
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
};

/** Resolves with the exit code, 1 for a signal. */
export const ended = (child: ChildProcess) => new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
