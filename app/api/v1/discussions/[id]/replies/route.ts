import { getDiscussion } from "@/lib/discussions/queries";
import { postReply } from "@/lib/discussions/replies/commands";
import { getReply, listRepliesInOrder } from "@/lib/discussions/replies/queries";
import { PageRequest } from "@/lib/discussions/schema";
import { isUuid } from "@/lib/platform/cursor";
import { problem } from "@/lib/platform/http";
import { asked, except, json, one, perform, rest } from "@/lib/platform/rest";
import { showReply } from "../../../_views/discussions";

type At = { id: string };

export const GET = rest<At>(async ({ actor, params: { id }, query }) => {
  if (!isUuid(id) || !(await getDiscussion(actor, id))) return problem("not-found");
  return asked(PageRequest, query, async ({ after, limit }) => {
    const { items, next } = await listRepliesInOrder(actor, { discussionId: id, after, limit });
    return json({ items: items.map(showReply), next });
  });
});

export const POST = rest<At>((call) => perform(call, postReply, { discussionId: call.params.id }, async ({ id }) => one(await getReply(call.actor, id), showReply, 201)));
export const { PUT, PATCH, DELETE, OPTIONS } = except("GET", "POST");
