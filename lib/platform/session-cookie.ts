import "server-only";
import { encode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { env } from "./env";

/** How long a session lasts at most, in seconds. */
export const sessionSeconds = 30 * 24 * 3600;

const secure = () => env().NEXTAUTH_URL.startsWith("https:");
/** The names next-auth gives its cookie: with the prefix that only https may set, and without. */
const nameOf = () => (secure() ? "__Secure-next-auth.session-token" : "next-auth.session-token");
const shape = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: secure() }) as const;

/** Sets the cookie that names a session: the same that next-auth sets, so that `optionalActor` reads both. */
export const keepSession = async (sessionId: string) => {
  const value = await encode({ token: { sessionId }, secret: env().NEXTAUTH_SECRET, maxAge: sessionSeconds });
  (await cookies()).set(nameOf(), value, { ...shape(), maxAge: sessionSeconds });
};

export const dropSession = async () => {
  (await cookies()).set(nameOf(), "", { ...shape(), maxAge: 0 });
};
