import { react } from "@/lib/discussions/reactions/commands";
import { getReply } from "@/lib/discussions/replies/queries";
import { isUuid } from "@/lib/platform/cursor";
import { refuse } from "@/lib/platform/result";
import { except, perform, rest } from "@/lib/platform/rest";

type At = { id: string; name: string };

/** A reply's address does not say which discussion it stands in: its record does. */
const toReply: typeof react = async (actor, raw, options) => {
  const { replyId } = raw as { replyId: string };
  const reply = isUuid(replyId) ? await getReply(actor, replyId) : null;
  return reply ? react(actor, { ...(raw as object), discussionId: reply.discussionId }, { ...options, address: [...(options?.address ?? []), "discussionId"] }) : refuse("not-found");
};

const press = (on: boolean) => rest<At>((call) => perform(call, toReply, { replyId: call.params.id, name: call.params.name, on }, () => new Response(null, { status: 204 })));

export const PUT = press(true);
export const DELETE = press(false);
export const { GET, POST, PATCH, OPTIONS } = except("PUT", "DELETE");
