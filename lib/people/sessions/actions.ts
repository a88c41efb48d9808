"use server";

import { press } from "@/lib/platform/action";
import { door, knock, leaveBy } from "@/lib/platform/door";
import { endOtherSessions, endSession, signIn } from "./commands";
import { wayBack } from "./rules";

export const signInAction = door(signIn, (_value, { from }) => wayBack(typeof from === "string" ? from : null));
export const demoSignInAction = knock(signInAction);
export const signOutAction = leaveBy(endSession);
export const endSessionAction = press(endSession);
export const endOtherSessionsAction = press(endOtherSessions);
