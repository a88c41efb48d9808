/**
 * The door to every command: `node lib/cli/run.mjs PROGRAM [ARGUMENTS]`, a program of this folder or one with its path.
 * It runs on the Node the machine brings, before anything is installed: it checks that Node, installs the packages where
 * they are missing or out of date, and hands over to the Node 24 among them (or to NODE_BINARY).
 */
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { basename, delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(new URL(".", import.meta.url)), "../..");
const [major, minor] = process.versions.node.split(".").map(Number);

const fail = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

if (major < 20 || (major === 20 && minor < 19)) fail(`Stepwell needs Node 20.19 or later to start, and this is ${process.version}: install a newer Node.`);

const [program, ...args] = process.argv.slice(2);
process.chdir(root);
// What the environment already says wins. Tests bring settings of their own.
if (existsSync(".env") && program !== "test" && program !== "check") process.loadEnvFile(".env");

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null;
  }
};

/** npm writes down what it has installed as its last act: so a half-finished install counts as none. */
const installed = () => {
  const [wanted, present] = [read("package-lock.json"), read("node_modules/.package-lock.json")];
  if (!wanted) fail(`package-lock.json is missing or damaged in ${root}: restore it with git.`);
  if (!present) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === "") return true;
    const there = present[path];
    return there ? there.version === version && there.integrity === integrity : optional;
  });
};

const install = () => {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    fail(`The folder ${root} cannot be written, so the packages cannot be installed: give this user the right to write there, or clone it elsewhere.`);
  }
  console.error("Installing the packages (about a minute, only when they changed) …");
  const npm = process.env.npm_execpath;
  const [program, first] = npm && basename(npm).startsWith("npm") ? [process.execPath, [npm]] : ["npm", []];
  const { status, error } = spawnSync(program, [...first, "ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"], { stdio: ["ignore", 2, 2] });
  if (status !== 0) fail(`The packages could not be installed (${error?.message ?? `npm ci ended with ${status}`}): see the lines above, then run the same command again.`);
};

/** Node 24 as npm installed it for this machine; failing that, a Node of the machine that is new enough. */
const modern = () => {
  const named = process.env.NODE_BINARY;
  if (named) {
    const { stdout = "", error } = spawnSync(named, ["-p", "process.versions.node"], { encoding: "utf8" });
    if (Number.parseInt(stdout ?? "", 10) >= 22) return named;
    fail(`NODE_BINARY names ${named}, which is no Node 22 or later (${error?.code ?? (stdout.trim() || "it says nothing")}): correct it, or leave it out.`);
  }
  const system = process.platform === "win32" ? "win" : process.platform;
  const file = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  const found = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`].map((name) => join(root, "node_modules", name, file)).find((path) => existsSync(path));
  if (found) return found;
  if (major >= 24) return process.execPath;
  return fail(`There is no Node 24 from the registry for this machine (${system}-${process.arch}): install Node 24 and name it with NODE_BINARY=/path/to/node.`);
};

if (!installed()) install();

const node = modern();
const env = { ...process.env, PATH: [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter), npm_node_execpath: node, NODE: node };
const child = spawn(node, ["--import", "tsx", "--conditions=react-server", join(root, program.includes("/") ? "" : "lib/cli", `${program}.ts`), ...args], { stdio: ["inherit", "inherit", "inherit", "ipc"], env });
child.on("error", (error) => fail(`Node cannot be started as ${node} (${error.code}): remove node_modules and start again.`));
child.on("exit", (code, signal) => process.exit(signal ? 1 : code));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));

/** Who started us, beyond the shell that npm puts in between: a line that changes when npm is killed outright. */
const lineage = () => {
  const about = (pid) => {
    try {
      const [, command, rest] = readFileSync(`/proc/${pid}/stat`, "utf8").match(/^\d+ \((.*)\) . (\d+)/);
      return command.endsWith("sh") ? rest : "";
    } catch {
      return "";
    }
  };
  return `${process.ppid} ${about(process.ppid)}`;
};

// A killed npm cannot tell us: closing the channel tells the program, which ends what it started.
const born = lineage();
if (process.env.npm_lifecycle_event) setInterval(() => lineage() !== born && child.connected && child.disconnect(), 500).unref();
