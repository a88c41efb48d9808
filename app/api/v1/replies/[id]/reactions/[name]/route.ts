import { react } from "@/lib/discussions/reactions/commands";
import { getReply } from "@/lib/discussions/replies/queries";
import { isUuid } from "@/lib/platform/cursor";
import { problem } from "@/lib/platform/http";
import { perform, rest } from "@/lib/platform/rest";

type At = { id: string; name: string };

const press = (on: boolean) =>
  rest<At>(async (call) => {
    const { id, name } = call.params;
    const reply = isUuid(id) ? await getReply(call.actor, id) : null;
    if (!reply) return problem("not-found");
    return perform(call, react, { discussionId: reply.discussionId, replyId: id, name, on }, () => new Response(null, { status: 204 }));
  });

export const PUT = press(true);
export const DELETE = press(false);
