"use server";

import { action } from "@/lib/platform/action";
import { summariseTopic } from "./commands";

export const summariseTopicAction = action(summariseTopic, { to: ({ slug, id }) => `/communities/${slug}/discussions/${id}` });
