import { json, rest } from "@/lib/platform/rest";
import { getOwnAccount } from "@/lib/people/accounts/queries";
import { showMe } from "../_views/people";

export const GET = rest(async ({ actor }) => json(showMe(actor, (await getOwnAccount(actor))?.email ?? null)));
