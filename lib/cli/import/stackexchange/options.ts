import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Trouble } from "../../trouble.ts";

export const usage = "npm run import -- stackexchange DIR --community SLUG [--create] [--source URL] [--dry-run]";

const shape = { community: { type: "string" }, create: { type: "boolean" }, source: { type: "string" }, "dry-run": { type: "boolean" } } as const;

const said = (args: string[]) => {
  try {
    return parseArgs({ args, options: shape, allowPositionals: true });
  } catch (error) {
    throw new Trouble(`${(error as Error).message}\n${usage}`);
  }
};

/** The site a dump is from, as an address without what may vary: its posts are known by it. */
const siteAt = (address: string) => {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) throw new Trouble(`--source must be the address of the site, such as https://music.stackexchange.com, and ${address} is none.`);
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname.replace(/\/+$/, "")}`;
};

/** A folder as it was typed where npm was called, which may be below the project. */
export const placed = (typed: string) => {
  const there = path.resolve(process.env.INIT_CWD ?? ".", typed);
  return existsSync(there) ? there : path.resolve(typed);
};

export const optionsOf = (args: string[]) => {
  const { values, positionals } = said(args);
  const [dir, more] = positionals;
  if (!dir || more !== undefined || !values.community) throw new Trouble(usage);
  const folder = placed(dir);
  const posts = path.join(folder, "Posts.xml");
  if (!existsSync(posts)) throw new Trouble(`There is no Posts.xml in ${folder}.`);
  const users = path.join(folder, "Users.xml");
  const site = values.source === undefined ? null : siteAt(values.source);
  return {
    posts,
    users: existsSync(users) ? users : null,
    community: values.community,
    create: values.create ?? false,
    dryRun: values["dry-run"] ?? false,
    /** The address of the site, where it is known. */
    site,
    /** What imported posts are known by, together with their own ids. */
    source: site ?? values.community,
  };
};
export type Options = ReturnType<typeof optionsOf>;
