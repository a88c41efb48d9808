import { deleteReply, editReply } from "@/lib/discussions/replies/commands";
import { getReply } from "@/lib/discussions/replies/queries";
import { isUuid } from "@/lib/platform/cursor";
import { problem } from "@/lib/platform/http";
import { json, perform, rest } from "@/lib/platform/rest";
import { showReply } from "../../_views/discussions";

type At = { id: string };

export const GET = rest<At>(async ({ actor, params: { id } }) => {
  const reply = isUuid(id) ? await getReply(actor, id) : null;
  return reply ? json(showReply(reply)) : problem("not-found");
});

export const PATCH = rest<At>((call) =>
  perform(call, editReply, { id: call.params.id }, async ({ id }) => {
    const reply = await getReply(call.actor, id);
    return json(reply && showReply(reply));
  }),
);

export const DELETE = rest<At>((call) => perform(call, deleteReply, { id: call.params.id }, () => new Response(null, { status: 204 })));
