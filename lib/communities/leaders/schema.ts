import { z } from "zod";
import { Handle } from "../members/schema";
import { Slug } from "../schema";

/** Nobody named: whoever has belonged longest. `leaving`: the one who asks goes once somebody has taken over. */
export const AskToLead = z.strictObject({
  slug: Slug,
  handle: z.union([z.literal("").transform(() => undefined), Handle]).optional(),
  leaving: z.literal("yes").optional(),
});
export const WithdrawOffer = z.strictObject({ slug: Slug, handle: Handle });
export const RelieveLeader = z.strictObject({ slug: Slug, handle: Handle });
