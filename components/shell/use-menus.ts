import { useEffect } from "react";

const OPEN = "details.menu[open]";

/** Folds every open menu but the one that holds `inside`. */
const fold = (inside: Node | null) => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>(OPEN)) if (!menu.contains(inside)) menu.open = false;
};

/** Menus are plain `<details>`: a click beside one, Escape, leaving it, or choosing from it folds it. */
export const useMenus = () => {
  useEffect(() => {
    const press = ({ target }: Event) => fold(target instanceof Node ? target : null);
    const choose = ({ target }: Event) => {
      if (target instanceof Element && target.closest(`${OPEN} > ul :is(a, button)`)) fold(null);
      const sheet = target instanceof Element && target.closest("a") ? target.closest<HTMLElement>("[popover]") : null;
      sheet?.hidePopover();
    };
    const escape = (event: KeyboardEvent) => {
      const menu = event.key === "Escape" ? document.querySelector<HTMLDetailsElement>(OPEN) : null;
      if (!menu) return;
      if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
      fold(null);
    };
    document.addEventListener("pointerdown", press);
    document.addEventListener("focusin", press);
    document.addEventListener("click", choose);
    document.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("pointerdown", press);
      document.removeEventListener("focusin", press);
      document.removeEventListener("click", choose);
      document.removeEventListener("keydown", escape);
    };
  }, []);
};
