import { z } from "zod";
import { levels } from "./rules";

/** `default` takes back what was said: the defaults hold again. */
export const SaidLevel = z.enum([...levels, "default"]);

export const FollowCommunity = z.strictObject({ slug: z.string().max(120), level: SaidLevel });
export const FollowDiscussion = z.strictObject({ id: z.uuid(), level: SaidLevel });
export const FollowTag = z.strictObject({ slug: z.string().max(120), tag: z.string().max(40), level: SaidLevel });
