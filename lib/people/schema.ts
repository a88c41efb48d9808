import { z } from "zod";
import { NAME_LIMIT, portalLanguages, TAGS_LIMIT } from "./rules";

export const filled = (limit: number) => z.string().max(limit, "too-long").trim().min(1, "required");
export const text = (limit: number) => z.string().max(limit, "too-long").trim();
/** A field left empty in a form counts as one that was not there. */
export const orNothing = <S extends z.ZodType>(schema: S) => z.preprocess((said) => (said === "" ? undefined : said), schema.optional());
/** Either nothing, or what the schema takes; what is wrong is said as the schema says it. */
export const orEmpty = <S extends z.ZodType<string>>(schema: S) =>
  z.string().transform((said, context) => {
    if (said.trim() === "") return "";
    const read = schema.safeParse(said);
    if (read.success) return read.data;
    for (const { message } of read.error.issues) context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

export const Name = filled(NAME_LIMIT).transform((name) => name.replace(/\s+/g, " "));
export const Email = z.string().max(254, "too-long").trim().toLowerCase().pipe(z.email("email"));
/** Small letters without accents, figures and hyphens; an `@` before it is forgiven. */
export const Handle = z
  .string()
  .max(41, "too-long")
  .trim()
  .toLowerCase()
  .transform((said) => said.replace(/^@/, ""))
  .pipe(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "handle-letters").min(2, "too-short").max(40, "too-long"));
/** Someone named in a form: by handle or mail address. */
export const PersonSaid = z.string().trim().toLowerCase().max(254, "too-long").transform((said) => said.replace(/^@/, ""));
export const Password = z.string().min(1, "required").max(1024, "password-too-long");
export const PortalLanguage = z.enum(portalLanguages);
export const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "language");
export const TimeZone = z.string().max(60).refine((zone) => isTimeZone(zone), "time-zone");
export const Version = z.coerce.number().int().positive();
export const Day = z.iso.date("day").transform((day) => new Date(`${day}T00:00:00Z`));
export const Category = z.enum(["staff", "manager"], "category");

const isTimeZone = (zone: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
};

/** Words for what someone knows: from a form one field with commas or lines, from a program a list. The same word counts once. */
export const Words = z
  .union([z.string().transform((said) => said.split(/[,;\n]/)), z.array(z.string())])
  .transform((all) => all.map((one) => one.trim().replace(/\s+/g, " ")).filter(Boolean))
  .transform((all) => all.filter((one, place) => all.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === place))
  .pipe(z.array(z.string().max(60, "word-too-long")).max(TAGS_LIMIT, "too-many-words"));

/** Boxes ticked: one comes as a text, none as nothing at all. */
export const Languages = z
  .union([z.string().transform((one) => (one ? [one] : [])), z.array(z.string())])
  .default([])
  .transform((all) => all.filter(Boolean))
  .pipe(z.array(Language).max(20, "too-many-words"))
  .transform((all) => [...new Set(all)]);

export const ListPeople = z.object({
  q: z.string().max(200).trim().optional().catch(undefined),
  unit: z.string().max(60).optional().catch(undefined),
  language: z.string().max(12).optional().catch(undefined),
  knows: z.string().max(60).optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(100).default(25).catch(25),
});
export type PeopleFilter = z.output<typeof ListPeople>;

/** What a program asks for: it is told what is wrong, where the page forgives. */
export const PeopleRequest = z.object({
  q: z.string().max(200, "too-long").trim().optional(),
  unit: z.string().max(60).optional(),
  language: z.string().max(12).optional(),
  knows: z.string().max(60).optional(),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
