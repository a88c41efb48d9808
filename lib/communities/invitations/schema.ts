import { z } from "zod";
import { Handle } from "../members/schema";
import { Message } from "../requests/schema";
import { Slug } from "../schema";

export const InvitePerson = z.strictObject({ slug: Slug, handle: Handle, message: Message });
export const InvitationId = z.strictObject({ id: z.uuid() });
