import { type Actor } from "@/lib/platform/actor";
import { mayManagePeople } from "../policy";

/** HR admins, administrators, and whoever runs the machine at its command line. */
export const mayImport = (actor: Actor) => actor.kind === "system" || mayManagePeople(actor);
