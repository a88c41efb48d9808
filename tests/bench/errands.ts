import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Asked } from "./load";
import { get, type Visitor } from "./measure";
import type { Filled } from "./portal";
import { makeVisitors } from "./visitors";
import { random, text } from "./words";

/** What somebody comes for, as the issue of this benchmark names it. `writes`: the work it leaves behind is waited for and counted. */
export type Errand = { name: string; next: () => Asked; connections: readonly number[]; writes?: true };

const inTurn = <T>(all: readonly T[]) => {
  let turn = 0;
  return () => all[turn++ % all.length] as T;
};

/** The address of a page of a list, so many pages on, as its "older" leads there; of a shorter list the last page. */
const pageOn = async (visitor: Visitor, path: string, pages: number) => {
  let [here, number] = [path, 1];
  for (; number < pages; number++) {
    const next = /href="([^"]*[?&;]after=[^"]*)"/.exec((await get({ ...visitor, headers: { ...visitor.headers, "accept-encoding": "identity" } }, here)).body.toString())?.[1];
    if (!next) break;
    here = next.replaceAll("&amp;", "&");
  }
  return { path: here, number };
};

const main = [1, 16, 64] as const;

/** Every errand of the benchmark, done by twenty people in turn. */
export const errandsOf = async (client: pg.Client, address: string, filled: Filled): Promise<Errand[]> => {
  const visitors = await makeVisitors(client, 20);
  const [first] = visitors;
  const visitor = inTurn(visitors);
  const page = (path: string): Asked => ({ path, headers: { cookie: visitor().cookie, "accept-encoding": "gzip" } });
  const place = "/communities/place-0";
  const { rows } = await client.query<{ id: string }>(`SELECT d.id FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId" WHERE c.slug ~ '^place-(0|[0-9]*[37])(-|$)' AND NOT d.id = ANY($1) ORDER BY d.id LIMIT 300`, [filled.twenty]);
  const [read, pair, answered] = [inTurn(filled.twenty), inTurn(filled.pairs), inTurn(rows)];
  const bodies = inTurn(Array.from({ length: 200 }, () => text("en", 2).body));
  const far = await pageOn({ address, headers: { cookie: first?.cookie ?? "" } }, place, 100);
  const does = {
    home: () => page("/"),
    communities: () => page("/communities"),
    list: () => page(place),
    far: () => page(far.path),
    discussion: () => page(`${place}/discussions/${read()}`),
    search: () => page(`/search?q=${encodeURIComponent(pair())}`),
    reply: (): Asked => ({
      method: "POST", path: `/api/v1/discussions/${answered().id}/replies`, body: JSON.stringify({ body: bodies(), language: "en" }),
      headers: { authorization: `Bearer ${visitor().token}`, "content-type": "application/json", "idempotency-key": randomUUID() },
    }),
  };
  const mix = () => {
    const drawn = random();
    return drawn < 0.8 ? does.discussion() : drawn < 0.95 ? does.list() : drawn < 0.99 ? does.search() : does.reply();
  };
  return [
    { name: "home", next: does.home, connections: main },
    { name: "communities", next: does.communities, connections: main },
    { name: "a community's discussions", next: does.list, connections: main },
    { name: `the same, page ${far.number}`, next: does.far, connections: [16] },
    { name: "a discussion with 20 replies", next: does.discussion, connections: main },
    { name: "search, two words", next: does.search, connections: main },
    { name: "writing a reply", next: does.reply, connections: main, writes: true },
    { name: "the mix", next: mix, connections: main, writes: true },
  ];
};
