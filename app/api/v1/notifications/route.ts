import { listNotifications } from "@/lib/notifications/queries";
import { NotificationsRequest } from "@/lib/notifications/schema";
import { asked, except, json, rest } from "@/lib/platform/rest";
import { showNotification } from "../_views/notifications";

export const GET = rest(({ actor, query }) =>
  asked(NotificationsRequest, query, async (request) => {
    const { items, next } = await listNotifications(actor, request);
    return json({ items: items.map(showNotification), next });
  }),
);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = except("GET");
