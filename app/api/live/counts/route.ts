import { getShell } from "@/lib/discussions/readings/queries";
import { except, json, rest } from "@/lib/platform/rest";

/** How much is unread where somebody belongs, by community: asked by a page that stays open, when it hears that something happened. */
export const GET = rest(async ({ actor }) => json(Object.fromEntries((await getShell(actor)).places.map(({ id, unread }) => [id, unread]))), { quick: "completion" });

export const { POST, PUT, PATCH, DELETE, OPTIONS } = except("GET");
