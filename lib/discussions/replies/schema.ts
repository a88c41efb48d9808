import { z } from "zod";
import { Body, ChosenLanguage, Version } from "../schema";

export const PostReply = z.strictObject({
  discussionId: z.uuid(),
  parentId: z.union([z.uuid(), z.literal("").transform(() => undefined)]).optional(),
  body: Body,
  language: ChosenLanguage,
});

export const EditReply = z.strictObject({ id: z.uuid(), version: Version, body: Body, language: ChosenLanguage });
export const ReplyId = z.strictObject({ id: z.uuid() });
