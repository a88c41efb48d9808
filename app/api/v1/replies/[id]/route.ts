import { deleteReply, editReply } from "@/lib/discussions/replies/commands";
import { getReply } from "@/lib/discussions/replies/queries";
import { isUuid } from "@/lib/platform/cursor";
import { except, one, perform, rest } from "@/lib/platform/rest";
import { showReply } from "../../_views/discussions";

type At = { id: string };

export const GET = rest<At>(async ({ actor, params: { id } }) => one(isUuid(id) ? await getReply(actor, id) : null, showReply));

export const PATCH = rest<At>((call) => {
  const now = () => getReply(call.actor, call.params.id);
  return perform(call, editReply, { id: call.params.id }, {
    show: async () => one(await now(), showReply),
    current: async () => now().then((record) => record && showReply(record)),
  });
});

export const DELETE = rest<At>((call) => perform(call, deleteReply, { id: call.params.id }, () => new Response(null, { status: 204 })));
export const { POST, PUT, OPTIONS } = except("GET", "PATCH", "DELETE");
