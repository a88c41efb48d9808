import { z } from "zod";
import { BODY_LIMIT, kinds, languages, TAG_LIMIT, TITLE_LIMIT } from "./rules";


const filled = (limit: number) => z.string().max(limit, "too-long").trim().min(1, "required");
export const Title = filled(TITLE_LIMIT);
export const Body = filled(BODY_LIMIT);
/** Lower case, letters of any script, figures and hyphens; spaces become hyphens. */
export const TagName = z
  .string()
  .max(40, "too-long")
  .trim()
  .toLowerCase()
  .transform((name) => name.replace(/\s+/g, "-"))
  .pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}.+#-]*$/u, "tag-letters"));

/** From a form: one field with commas. From a program: a list. */
export const Tags = z
  .union([z.string().transform((said) => said.split(",").filter((one) => one.trim() !== "")), z.array(z.string())])
  .pipe(z.array(TagName).max(TAG_LIMIT, "too-many-tags"))
  .transform((names) => [...new Set(names)]);

/** Empty, or "auto": found out from the text. */
export const ChosenLanguage = z.union([z.enum(languages), z.literal(["", "auto"]).transform(() => undefined)]).optional();
const Day = z.union([z.iso.date(), z.literal("").transform(() => undefined)]).optional();
export const Version = z.coerce.number().int().positive();

export const StartDiscussion = z.strictObject({
  community: z.string().max(120),
  kind: z.enum(kinds),
  title: Title,
  body: Body,
  tags: Tags.optional(),
  language: ChosenLanguage,
  neededBy: Day,
});

export const EditDiscussion = z.strictObject({
  id: z.uuid(),
  version: Version,
  kind: z.enum(kinds).optional(),
  title: Title.optional(),
  body: Body.optional(),
  tags: Tags.optional(),
  language: ChosenLanguage,
  neededBy: Day,
});

export const DiscussionId = z.strictObject({ id: z.uuid() });

export const sorts = ["activity", "newest", "unanswered"] as const;
export const ListDiscussions = z.object({
  kind: z.enum(kinds).optional().catch(undefined),
  tag: z.string().max(40).optional().catch(undefined),
  sort: z.enum(sorts).default("activity").catch("activity"),
  mine: z.literal("1").optional().catch(undefined),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25).catch(25),
});
export type ListFilter = z.output<typeof ListDiscussions>;

/** What a program asks for: it is told what is wrong, where the page forgives. */
export const PageRequest = z.object({ after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(25) });
export const DiscussionsRequest = PageRequest.extend({ kind: z.enum(kinds).optional(), tag: z.string().max(40).optional(), sort: z.enum(sorts).default("activity") });
