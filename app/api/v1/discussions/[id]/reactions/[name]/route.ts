import { react } from "@/lib/discussions/reactions/commands";
import { except, perform, rest } from "@/lib/platform/rest";

type At = { id: string; name: string };
const press = (on: boolean) => rest<At>((call) => perform(call, react, { discussionId: call.params.id, name: call.params.name, on }, () => new Response(null, { status: 204 })));

export const PUT = press(true);
export const DELETE = press(false);
export const { GET, POST, PATCH, OPTIONS } = except("PUT", "DELETE");
