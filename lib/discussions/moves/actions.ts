"use server";

import { action } from "@/lib/platform/action";
import { consentToMove, moveDiscussion, proposeMove, withdrawMove } from "./commands";

export const moveDiscussionAction = action(moveDiscussion, { to: ({ id, slug }) => `/communities/${slug}/discussions/${id}` });
export const proposeMoveAction = action(proposeMove);
export const consentToMoveAction = action(consentToMove);
export const withdrawMoveAction = action(withdrawMove);
