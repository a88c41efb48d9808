import { useEffect } from "react";

/** Suggestions in a search box, and the palette on Ctrl K: both are loaded when they are first wanted. */
export const useSeek = () => {
  useEffect(() => {
    const focus = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.dataset.suggest !== undefined) void import("./combobox").then(({ suggestIn }) => suggestIn(target));
    };
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return;
      if (document.querySelector("dialog[open]:not(.palette)")) return;
      event.preventDefault();
      void import("./palette").then(({ openPalette }) => openPalette());
    };
    document.addEventListener("focusin", focus);
    document.addEventListener("keydown", press);
    return () => {
      document.removeEventListener("focusin", focus);
      document.removeEventListener("keydown", press);
    };
  }, []);
};
