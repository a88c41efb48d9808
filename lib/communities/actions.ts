"use server";

import { action } from "@/lib/platform/action";
import { foundCommunity } from "./commands";

export const foundCommunityAction = action(foundCommunity, { to: ({ slug }) => `/communities/${slug}` });
