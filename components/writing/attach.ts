export type UploadTrouble = "tooLarge" | "wrongType" | "failed";
type Say = (key: "uploading" | "uploadFailed" | null, values: { name: string; why: string }) => void;

const troubles: Record<number, UploadTrouble> = { 413: "tooLarge", 415: "wrongType" };

/** Puts text where the caret is, as if it had been typed, so that it can be undone and is kept as a draft. */
export const insertAt = (area: HTMLTextAreaElement, text: string) => {
  area.focus();
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
};

/** Uploads files one after the other and writes each into the text: a picture as one, any other file as a link. */
export const attachFiles = async (area: HTMLTextAreaElement, files: File[], say: Say, word: (why: UploadTrouble) => string) => {
  for (const file of files) {
    say("uploading", { name: file.name, why: "" });
    const body = new FormData();
    body.set("file", file);
    const answer = await fetch("/api/uploads", { method: "POST", body }).catch(() => null);
    if (!answer?.ok) {
      say("uploadFailed", { name: file.name, why: word(troubles[answer?.status ?? 0] ?? "failed") });
      return;
    }
    const { markdown } = (await answer.json()) as { markdown: string };
    insertAt(area, `${markdown}\n`);
    say(null, { name: "", why: "" });
  }
};
