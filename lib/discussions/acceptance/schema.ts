import { z } from "zod";

export const AcceptAnswer = z.strictObject({ discussionId: z.uuid(), replyId: z.uuid() });
export const WithdrawAcceptance = z.strictObject({ discussionId: z.uuid() });
