import { getOwnAccount } from "@/lib/people/accounts/queries";
import { except, json, rest } from "@/lib/platform/rest";
import { showMe } from "../_views/people";

export const GET = rest(async ({ actor }) => json(showMe(actor, (await getOwnAccount(actor))?.email ?? null)));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = except("GET");
