import { getPerson } from "@/lib/people/queries";
import { except, one, rest } from "@/lib/platform/rest";
import { showPerson } from "../../_views/people";

export const GET = rest<{ handle: string }>(async ({ actor, params }) => one(await getPerson(actor, params.handle), showPerson));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = except("GET");
