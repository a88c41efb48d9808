import { z } from "zod";
import { LONGEST, tidy } from "./rules";

/** Kinds of record as the API says them. */
export const kinds = ["discussion", "reply", "community", "person"] as const;
export type Kind = (typeof kinds)[number];
export const languages = ["en", "es", "sv", "pl", "ru"] as const;

/** The page forgives: what it does not understand of an address counts as not said. */
const forgiving = <T extends z.ZodType>(type: T) => type.optional().catch(undefined);

const Question = z.string().transform(tidy);
const Slug = z.string().min(1).max(120);

/** What an address asks for. Anything else in it is left alone. */
export const SearchAddress = z.object({
  q: Question.catch(""),
  kind: forgiving(z.enum(kinds)),
  community: forgiving(Slug),
  unit: forgiving(Slug),
  language: forgiving(z.enum(languages)),
  after: forgiving(z.string().max(200)),
});
export type SearchAddress = z.output<typeof SearchAddress>;

/** What a program asks for: it is told what is wrong. A question may be longer than what is read of it. */
export const SearchRequest = z.object({
  q: z.string().max(10_000, "too-long").transform(tidy).describe(`Words, "phrases", -exclusions, or; the first ${LONGEST} characters are read.`),
  kind: z.enum(kinds).optional(),
  community: Slug.optional(),
  unit: Slug.optional(),
  language: z.enum(languages).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  after: z.string().max(200).optional(),
});

export const SimilarAddress = z.object({ q: Question.catch(""), community: forgiving(Slug) });
