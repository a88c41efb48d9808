import { getPerson } from "@/lib/people/queries";
import { problem } from "@/lib/platform/http";
import { json, rest } from "@/lib/platform/rest";
import { showPerson } from "../../_views/people";

export const GET = rest<{ handle: string }>(async ({ actor, params }) => {
  const person = await getPerson(actor, params.handle);
  return person ? json(showPerson(person)) : problem("not-found");
});
