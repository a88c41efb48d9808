import "server-only";
import { system } from "@/lib/platform/actors";
import type { Clocks } from "@/lib/platform/jobs";
import { forgetNotifications } from "./commands";

export const clocks: Clocks = {
  "old-notifications": { cron: "37 3 * * *", run: async (now) => void (await forgetNotifications(system, { now })) },
};
