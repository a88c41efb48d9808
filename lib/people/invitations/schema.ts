import { z } from "zod";
import { Email, Handle, Name, orNothing, Password, PortalLanguage } from "../schema";
import { place } from "../positions/schema";

/** Someone new: by mail, or, where there is no mail address, by a code on paper and a handle. */
export const InvitePerson = z.strictObject({
  name: Name,
  email: orNothing(Email),
  handle: orNothing(Handle),
  locale: orNothing(PortalLanguage),
  ...place,
});

export const InviteAgain = z.strictObject({ id: z.uuid() });

const arrival = { name: Name, password: Password, locale: PortalLanguage };
/** The answer to an invitation: by the mailed link's token, or by handle and code. Two forms, so that each field is told what is wrong with it. */
export const ArriveByLink = z.strictObject({ token: z.string().min(1).max(100), ...arrival });
export const ArriveByCode = z.strictObject({ handle: Handle, code: z.string().min(1, "required").max(60, "too-long"), ...arrival });

/** What remains of it once token or code have been found and the password has been hashed. */
export const UseInvitation = z.strictObject({ invitationId: z.uuid(), passwordHash: z.string(), name: Name, locale: PortalLanguage });
