"use client";

import "@github/markdown-toolbar-element";
import "@github/text-expander-element";
import { subscribe } from "@github/paste-markdown";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { attachFiles, insertAt, type UploadTrouble } from "./attach";
import { complete } from "./complete";

const marks = [
  ["md-bold", "bold", <b key="b">B</b>],
  ["md-italic", "italic", <span key="i" className="it">I</span>],
  ["md-link", "link", <Icon key="l" name="link" />],
  ["md-unordered-list", "list", <Icon key="u" name="list" />],
  ["md-quote", "quote", <Icon key="q" name="quote" />],
  ["md-code", "code", <Icon key="c" name="code" />],
] as const;

export type ToolsProps = { field: string; community: string | undefined; box: HTMLElement };

type Translate = ReturnType<typeof useTranslations<"writing">>;
const spoken = (t: Translate) => ({
  uploading: (name: string) => t("uploading", { name }),
  failed: (name: string, why: UploadTrouble) => t("uploadFailed", { name, why: { tooLarge: t("tooLarge"), wrongType: t("wrongType"), failed: t("failed") }[why] }),
});

/** Everything around the textarea that helps to write: fetched only when someone does. */
export function Tools({ field, community, box }: ToolsProps) {
  const t = useTranslations("writing");
  const [said, say] = useState("");
  const [preview, setPreview] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const area = () => document.getElementById(field) as HTMLTextAreaElement;

  useEffect(() => {
    const text = document.getElementById(field) as HTMLTextAreaElement;
    const tidy = subscribe(text);
    const drop = complete(box.querySelector("text-expander"), community, { people: t("people") });
    const attach = (files: FileList | undefined | null, event: Event) => {
      if (!files?.length) return;
      event.preventDefault();
      void attachFiles(text, [...files], spoken(t), say);
    };
    const paste = (event: ClipboardEvent) => attach(event.clipboardData?.files, event);
    const dropped = (event: DragEvent) => attach(event.dataTransfer?.files, event);
    text.addEventListener("paste", paste);
    text.addEventListener("drop", dropped);
    return () => {
      tidy.unsubscribe();
      drop();
      text.removeEventListener("paste", paste);
      text.removeEventListener("drop", dropped);
    };
  }, [field, community, box, t]);

  useEffect(() => {
    area().hidden = preview !== null;
  });

  const look = async () => {
    const answer = await fetch("/api/preview", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ body: area().value, community }) }).catch(() => null);
    setPreview(answer?.ok ? ((await answer.json()) as { html: string }).html : `<p>${t("previewFailed")}</p>`);
  };

  return (
    <>
      <div className="ed-h">
        <markdown-toolbar for={field} aria-label={t("toolbar")} hidden={preview !== null}>
          {marks.map(([Mark, word, drawing]) => (
            <Mark key={word} className="btnlike" role="button" aria-label={t(word)} title={t(word)}>
              {drawing}
            </Mark>
          ))}
        </markdown-toolbar>
        <button type="button" aria-label={t("attach")} title={t("attach")} hidden={preview !== null} onClick={() => picker.current?.click()}>
          <Icon name="picture" />
        </button>
        <button type="button" aria-label={t("mention")} title={t("mention")} hidden={preview !== null} onClick={() => insertAt(area(), "@")}>
          <Icon name="mention" />
        </button>
        <input ref={picker} type="file" hidden multiple onChange={(event) => void attachFiles(area(), [...(event.target.files ?? [])], spoken(t), say)} />
        <div className="tog">
          <button type="button" aria-pressed={preview === null} onClick={() => setPreview(null)}>
            {t("write")}
          </button>
          <button type="button" aria-pressed={preview !== null} onClick={() => void look()}>
            {t("preview")}
          </button>
        </div>
      </div>
      {preview !== null && (preview === "" ? <p className="prose quiet">{t("previewEmpty")}</p> : <div className="prose" dangerouslySetInnerHTML={{ __html: preview }} />)}
      <p className="vh" role="status">{said}</p>
      {said && <p className="hint told calm" aria-hidden="true">{said}</p>}
    </>
  );
}
