"use server";

import { action } from "@/lib/platform/action";
import { door } from "@/lib/platform/door";
import { acceptInvitation, inviteAgain, invitePerson } from "./commands";

export const acceptInvitationAction = door(acceptInvitation, () => "/");
export const invitePersonAction = action(invitePerson);
export const inviteAgainAction = action(inviteAgain);
