import { accessSync, constants, mkdirSync, readdirSync } from "node:fs";
import { alone } from "./lock.ts";
import { step } from "./progress.ts";
import { runScript, scriptOf } from "./programs.ts";
import { doOnce, hashOf, isDone } from "./sources.ts";
import { Trouble } from "./trouble.ts";

const writable = (folder: string) => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Trouble(`The folder ${process.cwd()} cannot be written, so the portal cannot be built there: give this user the right to write, or clone it elsewhere.`);
  }
};

type Work = { title: string; folder: string; sources: string; script: string; args: string[]; env?: Record<string, string> };

/** Two programs that want the same thing made take turns, and the second finds it done. */
const make = async ({ title, folder, sources, script, args, env }: Work) => {
  const stamp = `${folder}/stepwell-stamp`;
  if (isDone(stamp, sources)) return;
  writable(folder);
  await alone(`${folder}.lock`, () =>
    doOnce(stamp, sources, () =>
      step(title, async () => {
        const { code, output } = await runScript(script, args, { env });
        if (code !== 0) throw new Trouble(`${output.trim()}\n\n${title} failed for the reason above.`);
      }),
    ),
  );
};

/** The Prisma client, when the schema changed. The engine it asks for is never used, but must be some program. */
export const generate = () =>
  make({
    title: "Generating the database client",
    folder: "lib/generated/prisma",
    sources: hashOf("prisma/schema.prisma", "prisma/models", "node_modules/prisma/package.json"),
    script: scriptOf("prisma"),
    args: ["generate"],
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  });

const notBuilt = /^(next-env|vitest|playwright|eslint|prisma)/;
const sources = () => {
  const settings = readdirSync(".").filter((name) => /\.(ts|mjs)$/.test(name) && !notBuilt.test(name));
  const code = readdirSync("lib").filter((name) => name !== "cli");
  return ["app", "components", "public", ...code.map((name) => `lib/${name}`), ...settings, "package-lock.json", "tsconfig.json"];
};

/** The portal, when its sources changed. */
export const buildPortal = () => make({ title: "Building the portal", folder: ".next", sources: hashOf(...sources()), script: scriptOf("next"), args: ["build"], env: { NODE_ENV: "production" } });
