import { z } from "zod";
import { interests, Slug } from "../schema";

export const JoinCommunity = z.strictObject({ slug: Slug, interest: z.enum(interests) });
export const LeaveCommunity = z.strictObject({ slug: Slug });
