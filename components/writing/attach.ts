export type UploadTrouble = "tooLarge" | "wrongType" | "failed";
/** What is said meanwhile. */
type Words = { uploading: (name: string) => string; failed: (name: string, why: UploadTrouble) => string };

const troubles: Record<number, UploadTrouble> = { 413: "tooLarge", 415: "wrongType" };

/** Puts text where the caret is, as if it had been typed, so that it can be undone and is kept as a draft. */
export const insertAt = (area: HTMLTextAreaElement, text: string) => {
  area.focus();
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
};

/** Uploads files one after the other and writes each into the text: a picture as one, any other file as a link. */
export const attachFiles = async (area: HTMLTextAreaElement, files: File[], words: Words, say: (text: string) => void) => {
  for (const file of files) {
    say(words.uploading(file.name));
    const body = new FormData();
    body.set("file", file);
    const answer = await fetch("/api/uploads", { method: "POST", body }).catch(() => null);
    if (!answer?.ok) return say(words.failed(file.name, troubles[answer?.status ?? 0] ?? "failed"));
    const { markdown } = (await answer.json()) as { markdown: string };
    insertAt(area, `${markdown}\n`);
    say("");
  }
};
