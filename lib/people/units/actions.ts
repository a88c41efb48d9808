"use server";

import { action, press } from "@/lib/platform/action";
import { addUnit, closeUnit, editUnit, moveUnit, reopenUnit } from "./commands";

export const addUnitAction = action(addUnit, { to: () => "/admin/units", says: () => ({ says: "saved" }) });
export const editUnitAction = action(editUnit, { to: () => "/admin/units", says: () => ({ says: "saved" }) });
export const moveUnitAction = action(moveUnit, { to: () => "/admin/units", says: () => ({ says: "saved" }) });
export const closeUnitAction = press(closeUnit, { to: () => "/admin/units", says: () => ({ says: "saved" }) });
export const reopenUnitAction = press(reopenUnit, { to: () => "/admin/units", says: () => ({ says: "saved" }) });
