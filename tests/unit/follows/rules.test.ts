import { expect, test } from "vitest";
import { levelOf, type Standing } from "@/lib/follows/rules";

const nothing: Standing = { discussion: null, started: false, wrote: false, tag: null, community: null };
const tag = (level: "EVERYTHING" | "REPLIES" | "NOTHING") => ({ level, name: "glue" });

/** What someone said or did, and how much of the discussion reaches them by what. */
const table: [string, Partial<Standing>, string][] = [
  ["nothing at all", {}, "REPLIES default"],
  ["they started it", { started: true }, "EVERYTHING started"],
  ["they wrote in it", { wrote: true }, "EVERYTHING wrote"],
  ["they started it and wrote in it", { started: true, wrote: true }, "EVERYTHING started"],
  ["they follow the community", { community: "EVERYTHING" }, "EVERYTHING community"],
  ["they want replies from the community", { community: "REPLIES" }, "REPLIES community"],
  ["they want nothing from the community", { community: "NOTHING" }, "NOTHING community"],
  ["a tag over its community", { tag: tag("EVERYTHING"), community: "NOTHING" }, "EVERYTHING tag"],
  ["a silent tag over its community", { tag: tag("NOTHING"), community: "EVERYTHING" }, "NOTHING tag"],
  ["the discussion over its tag", { discussion: "REPLIES", tag: tag("EVERYTHING"), community: "EVERYTHING" }, "REPLIES discussion"],
  ["the discussion over its community", { discussion: "EVERYTHING", community: "NOTHING" }, "EVERYTHING discussion"],
  ["what they wrote in, in a silent community", { wrote: true, community: "NOTHING" }, "EVERYTHING wrote"],
  ["what they wrote in, with a silent tag", { wrote: true, tag: tag("NOTHING") }, "EVERYTHING wrote"],
  ["they started it, and want no more of it", { started: true, discussion: "NOTHING" }, "NOTHING discussion"],
  ["they wrote in it, and want replies only", { wrote: true, discussion: "REPLIES" }, "REPLIES discussion"],
];

test.each(table)("%s", (_name, said, expected) => {
  const { level, by } = levelOf({ ...nothing, ...said });
  expect(`${level} ${by}`).toBe(expected);
});
