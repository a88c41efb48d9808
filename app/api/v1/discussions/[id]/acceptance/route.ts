import { acceptAnswer, withdrawAcceptance } from "@/lib/discussions/acceptance/commands";
import { getDiscussion } from "@/lib/discussions/queries";
import { json, perform, rest } from "@/lib/platform/rest";
import { showDiscussion } from "../../../_views/discussions";

type At = { id: string };

export const PUT = rest<At>((call) =>
  perform(call, acceptAnswer, { discussionId: call.params.id }, async ({ id }) => {
    const discussion = await getDiscussion(call.actor, id);
    return json(discussion && showDiscussion(discussion));
  }),
);

export const DELETE = rest<At>((call) => perform(call, withdrawAcceptance, { discussionId: call.params.id }, () => new Response(null, { status: 204 })));
