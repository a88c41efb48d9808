import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import YAML from "yaml";
import { z } from "zod";
import { interests, rhythms } from "@/lib/communities/rules";
import { kinds, languages } from "@/lib/discussions/rules";
import { slugify } from "@/lib/platform/text/slug";

const folder = path.resolve("prisma/demo");
const handles = z.array(z.string()).default([]);
const reactions = { thanks: handles, inspired: handles, sameHere: handles };
const written = { author: z.string(), language: z.enum(languages).optional(), body: z.string().trim().min(1), ...reactions };
const Comment = z.strictObject({ ...written, afterHours: z.number().positive() });
const Answer = z.strictObject({ ...written, afterHours: z.number().positive(), replies: z.array(Comment).default([]) });
const Conversation = z.strictObject({
  ...written,
  kind: z.enum(kinds),
  language: z.enum(languages),
  title: z.string().max(160),
  daysAgo: z.number().positive(),
  neededAfterDays: z.number().int().optional(),
  tags: handles,
  pinned: z.boolean().default(false),
  closed: z.boolean().default(false),
  edited: z.boolean().default(false),
  accepted: z.number().int().positive().optional(),
  summary: z.string().default(""),
  replies: z.array(Answer).default([]),
});
const who = { handle: z.string(), daysAgo: z.number().positive() };
const Place = z.strictObject({
  slug: z.string(),
  name: z.string().max(80),
  language: z.enum(languages),
  issue: z.string().max(240),
  inScope: z.string(),
  outOfScope: z.string(),
  sampleQuestions: z.array(z.string()).length(3),
  intendedMembers: z.string(),
  norms: z.string(),
  firstItems: z.array(z.string()),
  rhythm: z.enum(rhythms),
  entry: z.enum(["open", "request", "private"]),
  foundedDaysAgo: z.number(),
  leaders: z.array(z.string()).min(1),
  members: z.array(z.strictObject({ handle: z.string(), interest: z.enum(interests) })),
  tags: z.array(z.strictObject({ name: z.string(), synonyms: handles })),
  requests: z.array(z.strictObject({ ...who, interest: z.enum(interests), message: z.string(), by: z.string().optional(), accepted: z.boolean().optional() })).default([]),
  invitations: z.array(z.strictObject({ ...who, by: z.string(), message: z.string() })).default([]),
  flags: z.array(z.strictObject({ ...who, reason: z.string() })).default([]),
  discussions: z.array(Conversation),
});
export type Place = z.output<typeof Place>;
export type Conversation = z.output<typeof Conversation>;

const days = z.coerce.number().int();
const Unit = z.strictObject({ code: z.string(), name: z.string(), parent_code: z.string(), satellite: z.enum(["yes", "no"]) });
const Person = z.strictObject({
  email: z.email(),
  name: z.string(),
  handle: z.string().refine((handle) => slugify(handle) === handle),
  unit: z.string(),
  position: z.string(),
  starts_on_days_ago: days,
  manager_email: z.string(),
  category: z.enum(["staff", "manager"]),
  languages: z.string().transform((all) => all.split(";")).pipe(z.array(z.enum(languages))),
});
export type Person = z.output<typeof Person>;
export type Unit = z.output<typeof Unit>;

const Said = z.strictObject({ knows: handles, wants: handles, about: z.string().default("") });
const Organisation = z.strictObject({
  name: z.string(),
  locale: z.enum(languages),
  timeZone: z.string(),
  roles: z.record(z.enum(["ADMINISTRATOR", "HR_ADMIN"]), handles),
  lessonManagers: z.record(z.string(), z.string()),
  absences: z.array(z.strictObject({ handle: z.string(), from: days, to: days })),
  earlier: z.array(z.strictObject({ handle: z.string(), unit: z.string(), title: z.string(), category: z.enum(["staff", "manager"]), startedDaysAgo: days })),
  bookmarks: z.record(z.string(), handles),
});

const text = (name: string) => readFileSync(path.join(folder, name), "utf8");
const rows = (name: string): unknown => parseCsv(text(name), { columns: true, bom: true });

/** The demo organisation as it is written in prisma/demo, checked: a slip there is an error here, with its place. */
export const readContent = () => ({
  organisation: Organisation.parse(YAML.parse(text("organisation.yaml"))),
  units: z.array(Unit).parse(rows("units.csv")),
  people: z.array(Person).parse(rows("people.csv")),
  knows: z.record(z.string(), Said).parse(YAML.parse(text("knows.yaml"))),
  places: readdirSync(path.join(folder, "communities"))
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => Place.parse(YAML.parse(text(`communities/${name}`)))),
});
export type Content = ReturnType<typeof readContent>;
