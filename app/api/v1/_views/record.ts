import { z } from "zod";
import { env } from "@/lib/platform/env";

/** What every record says of itself. */
export const record = { id: z.uuid(), version: z.int(), url: z.url(), createdAt: z.iso.datetime(), updatedAt: z.iso.datetime() };
export const Person = z.object({ handle: z.string(), name: z.string().nullable() }).nullable().meta({ description: "Null when the author is not known." });

export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

export const addressOf = (path: string) => new URL(path, env().NEXTAUTH_URL).href;
export const time = (at: Date | string) => new Date(at).toISOString();

export const Problem = z
  .object({ status: z.int(), title: z.string(), code: z.string(), fields: z.record(z.string(), z.array(z.string())).optional(), current: z.unknown().optional() })
  .meta({ id: "Problem", description: "RFC 9457. `code` is the refusal's name." });
