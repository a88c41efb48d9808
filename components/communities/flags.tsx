import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import type { FlagView } from "@/lib/communities/flags/queries";
import { useFormat } from "@/lib/platform/i18n/format";
import { FlagAnswerForm, FlagForm } from "./flag-form";

type FlagsProps = { slug: string; open: readonly FlagView[]; mine: FlagView | null; mayFlag: boolean };

/** Whether the topic is clear: saying that it is not, what became of one's remark, and for the leaders the remarks to answer. */
export function Flags({ slug, open, mine, mayFlag }: FlagsProps) {
  const t = useTranslations("communities.flag");
  const people = useTranslations("communities");
  const format = useFormat();
  const waits = mine && !mine.resolvedAt;
  return (
    <div id="flags" className="apart">
      {open.length > 0 && (
        <Section title={t("listTitle")} count={open.length}>
          {open.map((flag) => (
            <article key={flag.id} className="topic-flag">
              <p className="hint">{t("by", { name: flag.by ?? people("former"), when: format.ago(flag.createdAt) })}</p>
              <p className="said">{flag.reason}</p>
              <FlagAnswerForm id={flag.id} />
            </article>
          ))}
        </Section>
      )}
      {(mine || mayFlag) && (
        <Section title={t("title")}>
          <p>{t("deck")}</p>
          {mine && <Mine flag={mine} />}
          {mayFlag && !waits && (
            <Disclosure summary={t("open")}>
              <FlagForm slug={slug} />
            </Disclosure>
          )}
        </Section>
      )}
    </div>
  );
}

function Mine({ flag }: { flag: FlagView }) {
  const t = useTranslations("communities.flag");
  const format = useFormat();
  return (
    <div className="topic-flag">
      <p>{t("yours", { when: format.ago(flag.createdAt) })}</p>
      <p className="said">{flag.reason}</p>
      {!flag.resolvedAt && <p className="hint">{t("noAnswer")}</p>}
      {flag.resolvedAt && (flag.answer ? <p>{t("answered")}</p> : <p>{t("narrowed")}</p>)}
      {flag.answer && <p className="said">{flag.answer}</p>}
    </div>
  );
}
