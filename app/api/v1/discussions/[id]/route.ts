import { deleteDiscussion, editDiscussion } from "@/lib/discussions/commands";
import { getDiscussion } from "@/lib/discussions/queries";
import { isUuid } from "@/lib/platform/cursor";
import { except, one, perform, rest } from "@/lib/platform/rest";
import { showDiscussion } from "../../_views/discussions";

type At = { id: string };

export const GET = rest<At>(async ({ actor, params: { id } }) => one(isUuid(id) ? await getDiscussion(actor, id) : null, showDiscussion));

export const PATCH = rest<At>((call) => {
  const now = () => getDiscussion(call.actor, call.params.id);
  return perform(call, editDiscussion, { id: call.params.id }, {
    show: async () => one(await now(), showDiscussion),
    current: async () => now().then((record) => record && showDiscussion(record)),
  });
});

export const DELETE = rest<At>((call) => perform(call, deleteDiscussion, { id: call.params.id }, () => new Response(null, { status: 204 })));
export const { POST, PUT, OPTIONS } = except("GET", "PATCH", "DELETE");
