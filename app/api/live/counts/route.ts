import { listPlaces } from "@/lib/discussions/readings/queries";
import { countUnread } from "@/lib/notifications/queries";
import { except, json, rest } from "@/lib/platform/rest";

/** How much is unread, where somebody belongs (by community) and of their notifications: asked by a page that stays open, when it hears that something happened. */
export const GET = rest(
  async ({ actor }) => {
    const [places, notifications] = await Promise.all([listPlaces(actor), countUnread(actor)]);
    return json({ ...Object.fromEntries(places.map(({ id, unread }) => [id, unread])), notifications });
  },
  { quick: "completion" },
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = except("GET");
