import { acceptAnswer, withdrawAcceptance } from "@/lib/discussions/acceptance/commands";
import { getDiscussion } from "@/lib/discussions/queries";
import { except, one, perform, rest } from "@/lib/platform/rest";
import { showDiscussion } from "../../../_views/discussions";

type At = { id: string };

export const PUT = rest<At>((call) =>
  perform(call, acceptAnswer, { discussionId: call.params.id }, async ({ id }) => one(await getDiscussion(call.actor, id), showDiscussion)),
);

export const DELETE = rest<At>((call) => perform(call, withdrawAcceptance, { discussionId: call.params.id }, () => new Response(null, { status: 204 })));
export const { GET, POST, PATCH, OPTIONS } = except("PUT", "DELETE");
