import { listPeopleForCompletion } from "@/lib/people/queries";
import { problem } from "@/lib/platform/http";
import { quickLimit } from "@/lib/platform/limits";
import { optionalActor } from "@/lib/platform/session";

/** Colleagues whose handle or name begins like this, while somebody types into a field that asks for a person. */
export const GET = async (request: Request) => {
  const me = await optionalActor();
  if (!me) return problem("unauthenticated");
  const allowed = await quickLimit("completion", me.id);
  if (!allowed.ok) return problem("too-many-requests", { retryAfter: allowed.retryAfter });
  const text = new URL(request.url).searchParams.get("q") ?? "";
  const people = text.trim() ? await listPeopleForCompletion(me, text) : [];
  return Response.json({ items: people.map(({ handle, name, position, unit }) => ({ handle, name, position, unit })) }, { headers: { "cache-control": "private, no-store" } });
};
