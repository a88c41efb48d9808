"use server";

import { action } from "@/lib/platform/action";
import { acceptAnswer, withdrawAcceptance } from "./commands";

export const acceptAnswerAction = action(acceptAnswer);
export const withdrawAcceptanceAction = action(withdrawAcceptance);
