"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { press } from "@/lib/platform/action";
import { door } from "@/lib/platform/door";
import { sameOrigin } from "@/lib/platform/origin";
import { optionalActor } from "@/lib/platform/session";
import { dropSession } from "@/lib/platform/session-cookie";
import { endOtherSessions, endSession, signIn } from "./commands";
import { wayBack } from "./rules";

export const signInAction = door(signIn, (_value, { from }) => wayBack(typeof from === "string" ? from : null));

/** The same from a button that has nothing to show an answer in. */
export const demoSignInAction = async (form: FormData) => {
  const answer = await signInAction(null, form);
  if (!answer.ok) redirect("/sign-in?error=refused");
};

/** Ends the session this browser is in, and forgets it here even when it had ended already. */
export const signOutAction = async () => {
  if (!sameOrigin(await headers())) redirect("/");
  const me = await optionalActor();
  if (me?.sessionId) await endSession(me, { sessionId: me.sessionId });
  await dropSession();
  redirect("/sign-in");
};

export const endSessionAction = press(endSession);
export const endOtherSessionsAction = press(endOtherSessions);
