import { z } from "zod";
import { DOMAIN_LIMIT, entries, languages, LINE_LIMIT, NAME_LIMIT, rhythms, TEXT_LIMIT } from "./rules";

export const QUESTIONS = 3;
export const ITEMS_LIMIT = 10;

const filled = (limit: number) => z.string().max(limit, "too-long").trim().min(1, "required");
const text = (limit: number) => z.string().max(limit, "too-long").trim();
/** Lines of a form's field, or a program's list: the empty ones count for nothing. */
const lines = (most: number) =>
  z
    .union([z.string().max(TEXT_LIMIT * 3, "too-long").transform((all) => all.split(/\r?\n/)), z.array(z.string()).max(100, "too-many")])
    .pipe(z.array(text(LINE_LIMIT)))
    .transform((all) => all.filter((one) => one !== ""))
    .pipe(z.array(z.string()).max(most, "too-many"));

export const Slug = z.string().max(120);
export const Version = z.coerce.number().int().positive();
/** Small letters without accents, figures and hyphens. */
export const WishedSlug = z
  .string()
  .max(60, "too-long")
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slug-letters");

/** What a community says of itself (domain 3.1): domain, community, practice. */
export const charter = {
  name: filled(NAME_LIMIT),
  domain: filled(DOMAIN_LIMIT),
  inScope: text(TEXT_LIMIT),
  outOfScope: text(TEXT_LIMIT),
  sampleQuestions: lines(QUESTIONS),
  intendedMembers: text(TEXT_LIMIT),
  norms: text(TEXT_LIMIT),
  firstItems: lines(ITEMS_LIMIT),
  rhythm: z.enum(rhythms),
  entry: z.enum(entries),
  language: z.enum(languages),
};

export const FoundCommunity = z.strictObject({
  ...charter,
  slug: z.union([z.literal("").transform(() => undefined), WishedSlug]).optional(),
  inScope: charter.inScope.default(""),
  outOfScope: charter.outOfScope.default(""),
  sampleQuestions: charter.sampleQuestions.default([]),
  intendedMembers: charter.intendedMembers.default(""),
  norms: charter.norms.default(""),
  firstItems: charter.firstItems.default([]),
  /** A form asks to hear advice once before anything is founded; what is sent again without it is meant so. */
  advise: z.literal("yes").optional(),
});

export const CommunitySlug = z.strictObject({ slug: Slug });

export const ListCommunities = z.object({
  q: z.string().max(200).trim().optional().catch(undefined),
  language: z.enum(languages).optional().catch(undefined),
  entry: z.enum(["open", "request"]).optional().catch(undefined),
  archived: z.literal("1").optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(100).default(25).catch(25),
});
export type ListFilter = z.output<typeof ListCommunities>;

/** What a program asks for: it is told what is wrong, where the page forgives. */
export const CommunitiesRequest = z.object({
  q: z.string().max(200, "too-long").trim().optional(),
  language: z.enum(languages).optional(),
  entry: z.enum(["open", "request"]).optional(),
  archived: z.literal("1").optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
