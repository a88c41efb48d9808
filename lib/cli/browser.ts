import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";

const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

const find = () =>
  [process.env.CHROMIUM, ...known].find((file) => {
    try {
      if (file) accessSync(file, constants.X_OK);
      return Boolean(file);
    } catch {
      return false;
    }
  });

const apt = (...args: string[]) =>
  new Promise<void>((resolve) => {
    const child = spawn("apt-get", ["-y", "-q", ...args], { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    child.on("error", () => resolve());
    child.on("exit", () => resolve());
  });

/** The browser for the tests; Debian's, installed where it is missing and we may. */
export const browser = async (note: (detail: string) => void) => {
  const found = find();
  if (found || process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return found;
  note("installing chromium");
  await apt("update");
  await apt("install", "--no-install-recommends", "chromium");
  return find();
};
