"use server";

import { door } from "@/lib/platform/door";
import { setUp } from "./commands";

export const setUpAction = door(setUp, () => "/");
