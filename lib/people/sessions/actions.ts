"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { action, type Answer, gather } from "@/lib/platform/action";
import { sameOrigin } from "@/lib/platform/origin";
import { refuse } from "@/lib/platform/result";
import { optionalActor } from "@/lib/platform/session";
import { dropSession, keepSession } from "@/lib/platform/session-cookie";
import { endSession, signIn } from "./commands";
import { addressOf, agentOf, wayBack } from "./rules";

type SignedIn = Answer<{ id: string }, "wrong" | "too-many-requests" | "forbidden">;

/** Not through the kit: it has no one to act for yet, needs the caller's address for its limits, and sets the cookie. */
export const signInAction = async (_before: SignedIn | null, form: FormData): Promise<SignedIn> => {
  const about = await headers();
  if (!sameOrigin(about)) return refuse("forbidden");
  const { email, password, from } = gather(form);
  const result = await signIn({ email, password }, { address: addressOf(about.get("x-forwarded-for")), userAgent: agentOf(about.get("user-agent")) });
  if (!result.ok) return { ...result, said: { email: typeof email === "string" ? email : "" } };
  await keepSession(result.value.id);
  redirect(wayBack(typeof from === "string" ? from : null));
};

/** The same from a button that has nothing to show an answer in. */
export const demoSignInAction = async (form: FormData) => {
  const answer = await signInAction(null, form);
  redirect(answer.ok ? "/" : "/sign-in?error=refused");
};

/** Ends the session this browser is in, and forgets it here even when it had ended already. */
export const signOutAction = async () => {
  if (!sameOrigin(await headers())) redirect("/");
  const me = await optionalActor();
  if (me?.sessionId) await endSession(me, { sessionId: me.sessionId });
  await dropSession();
  redirect("/sign-in");
};

export const endSessionAction = action(endSession);
