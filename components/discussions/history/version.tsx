import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import type { Text } from "@/lib/discussions/revisions/queries";
import { difference } from "@/lib/platform/text/difference";
import { Difference } from "./difference";

type VersionProps = { version: number; shown: Text; before: Text | null };

/** One version beside the one before it: title, tags, text; the first one as it was written. */
export function Version({ version, shown, before }: VersionProps) {
  const t = useTranslations("moderation.history");
  const locale = useLocale();
  const lang = shown.language === locale ? undefined : shown.language;
  if (!before)
    return (
      <Section title={t("asWritten")}>
        <pre className="source" lang={lang}>
          {shown.body}
        </pre>
      </Section>
    );
  const title = shown.title !== null && before.title !== null ? difference(before.title, shown.title) : [];
  const text = difference(before.body, shown.body);
  const tags = shown.tags.join() !== before.tags.join();
  const tagLine = (kind: "removed" | "added", names: string[]) => ({ kind, parts: [{ text: names.join(", ") || t("none"), changed: false }] });
  return (
    <Section title={t("changed", { version })}>
      {title.length > 0 && <Part label={t("titleChanged")} lines={title} lang={lang} />}
      {tags && <Part label={t("tagsChanged")} lines={[tagLine("removed", before.tags), tagLine("added", shown.tags)]} lang={lang} />}
      {text.length > 0 && <Part label={t("textChanged")} lines={text} lang={lang} />}
      {title.length + text.length === 0 && !tags && <p>{t("same")}</p>}
      <Disclosure summary={t("whole")}>
        <pre className="source" lang={lang}>
          {shown.body}
        </pre>
      </Disclosure>
    </Section>
  );
}

function Part({ label, ...difference }: { label: string } & Parameters<typeof Difference>[0]) {
  return (
    <>
      <h3 className="lab">{label}</h3>
      <Difference {...difference} />
    </>
  );
}
