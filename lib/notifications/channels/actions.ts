"use server";

import { action, press } from "@/lib/platform/action";
import { chooseChannels, hearAgain } from "./commands";

export const chooseChannelsAction = action(chooseChannels, { says: () => ({ says: "saved" }) });
export const hearAgainAction = press(hearAgain, { says: () => ({ says: "saved" }) });
