import { z } from "zod";
import type { CharterRow } from "@/lib/communities/queries";
import type { MemberRow } from "@/lib/communities/members/queries";
import { entries, fromEntry, fromInterest, fromRhythm, interests, rhythms } from "@/lib/communities/rules";
import { addressOf, record, time } from "./record";

export const Community = z
  .object({
    ...record,
    slug: z.string(), name: z.string(), language: z.string(), domain: z.string(), inScope: z.string(), outOfScope: z.string(), sampleQuestions: z.array(z.string()),
    intendedMembers: z.string(), norms: z.string(), firstItems: z.array(z.string()), rhythm: z.enum(rhythms), entry: z.enum(entries),
    memberCount: z.int(), discussionCount: z.int(), archivedAt: z.iso.datetime().nullable(),
    membership: z.object({ role: z.enum(["member", "leader"]), interest: z.enum(interests) }).nullable(),
  })
  .meta({ id: "Community" });

export const showCommunity = (one: CharterRow): z.input<typeof Community> => ({
  id: one.id, version: one.version, url: addressOf(`/communities/${one.slug}`), createdAt: time(one.createdAt), updatedAt: time(one.updatedAt),
  slug: one.slug, name: one.name, language: one.language, domain: one.domain, inScope: one.inScope, outOfScope: one.outOfScope, sampleQuestions: one.sampleQuestions,
  intendedMembers: one.intendedMembers, norms: one.norms, firstItems: one.firstItems, rhythm: fromRhythm(one.rhythm), entry: fromEntry(one.entry),
  memberCount: one.memberCount, discussionCount: one.discussionCount, archivedAt: one.archivedAt && time(one.archivedAt),
  membership: one.membership && { role: one.membership.role === "LEADER" ? "leader" : "member", interest: fromInterest(one.membership.interest) },
});

export const Member = z
  .object({ id: z.uuid(), handle: z.string(), name: z.string().nullable(), unit: z.object({ code: z.string(), name: z.string() }).nullable(), role: z.enum(["member", "leader"]), interest: z.enum(interests), joinedAt: z.iso.datetime() })
  .meta({ id: "Member" });
export const showMember = ({ id, handle, name, unit, role, interest, joinedAt }: MemberRow): z.input<typeof Member> => ({
  id, handle, name, unit, role: role === "LEADER" ? "leader" : "member", interest: fromInterest(interest), joinedAt: time(joinedAt),
});
