import { deleteDiscussion, editDiscussion } from "@/lib/discussions/commands";
import { getDiscussion } from "@/lib/discussions/queries";
import { isUuid } from "@/lib/platform/cursor";
import { problem } from "@/lib/platform/http";
import { json, perform, rest } from "@/lib/platform/rest";
import { showDiscussion } from "../../_views/discussions";

type At = { id: string };

export const GET = rest<At>(async ({ actor, params: { id } }) => {
  const discussion = isUuid(id) ? await getDiscussion(actor, id) : null;
  return discussion ? json(showDiscussion(discussion)) : problem("not-found");
});

export const PATCH = rest<At>((call) =>
  perform(call, editDiscussion, { id: call.params.id }, async ({ id }) => {
    const discussion = await getDiscussion(call.actor, id);
    return json(discussion && showDiscussion(discussion));
  }),
);

export const DELETE = rest<At>((call) => perform(call, deleteDiscussion, { id: call.params.id }, () => new Response(null, { status: 204 })));
