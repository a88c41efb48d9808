import { z } from "zod";
import { interests, LINE_LIMIT } from "../rules";
import { Slug } from "../schema";

const Interest = z.enum(interests);
export const Handle = z.string().max(80).trim().toLowerCase().transform((handle) => handle.replace(/^@/, "")).pipe(z.string().min(1, "required"));
export const Reason = z.string().max(500, "too-long").trim().min(1, "required");

export const JoinCommunity = z.strictObject({ slug: Slug, interest: Interest });
export const LeaveCommunity = z.strictObject({ slug: Slug });
export const SayInterest = z.strictObject({ slug: Slug, interest: Interest });
export const RemoveMember = z.strictObject({ slug: Slug, handle: Handle, reason: Reason });

export const ListMembers = z.object({
  q: z.string().max(LINE_LIMIT).trim().optional().catch(undefined),
  unit: z.string().max(40).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(100).default(25).catch(25),
});
export type MemberFilter = z.output<typeof ListMembers>;

export const MembersRequest = z.object({
  q: z.string().max(LINE_LIMIT, "too-long").trim().optional(),
  unit: z.string().max(40).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
