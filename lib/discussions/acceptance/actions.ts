"use server";

import { press } from "@/lib/platform/action";
import { acceptAnswer, withdrawAcceptance } from "./commands";

export const acceptAnswerAction = press(acceptAnswer, { says: () => ({ says: "answer-accepted" }) });
export const withdrawAcceptanceAction = press(withdrawAcceptance);
