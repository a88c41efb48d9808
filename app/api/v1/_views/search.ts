import { z } from "zod";
import type { Hit } from "@/lib/search/queries";
import { kinds } from "@/lib/search/schema";
import { addressOf, time } from "./record";

export const HitView = z
  .object({ kind: z.enum(kinds), id: z.uuid(), title: z.string(), url: z.url(), excerpt: z.string(), language: z.string(), updatedAt: z.iso.datetime() })
  .meta({ id: "SearchResult" });

const plain = (segments: Hit["title"]) => segments.map(({ text }) => text).join("");
export const showHit = ({ kind, id, title, url, excerpt, language, at }: Hit): z.input<typeof HitView> => ({
  kind, id, title: plain(title), url: addressOf(url), excerpt: plain(excerpt), language, updatedAt: time(at),
});
