import { ask, combobox } from "./combobox";

let shown: HTMLDialogElement | null = null;

/** The palette: one field for wherever one wants to go and whatever one wants to do. What it says comes with its first answer; without one, the search page does as well. */
export const openPalette = async () => {
  if (shown) return shown.close();
  const dialog = document.createElement("dialog");
  shown = dialog;
  const first = await ask("", true, AbortSignal.timeout(3000)).catch(() => null);
  if (!first?.words) {
    shown = null;
    open("/search", "_self");
    return;
  }
  const { title, hint, close } = first.words;
  dialog.className = "palette";
  dialog.setAttribute("aria-label", title);
  const form = document.createElement("form");
  form.action = "/search";
  const input = Object.assign(document.createElement("input"), { name: "q", maxLength: 200, placeholder: hint, autocomplete: "off" });
  input.setAttribute("aria-label", title);
  const shut = Object.assign(document.createElement("button"), { type: "button", className: "shut", textContent: "×" });
  shut.setAttribute("aria-label", close);
  shut.addEventListener("click", () => dialog.close());
  form.append(input, shut);
  dialog.append(form);
  dialog.addEventListener("close", () => {
    dialog.remove();
    shown = null;
  });
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  form.addEventListener("submit", () => dialog.close());
  document.body.append(dialog);
  const { show } = combobox(input, { palette: true, done: () => dialog.close() });
  dialog.showModal();
  input.focus();
  show(first);
};
