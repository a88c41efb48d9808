import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { CommunityView } from "@/lib/communities/queries";
import { RequestForm } from "./request-form";

/** For who stands outside a community by request: the way to ask, where "Ask to join" leads. */
export function AskToJoin({ community: { slug, entry, membership, invitation, request, archivedAt } }: { community: CommunityView }) {
  const t = useTranslations("communities.door");
  if (entry !== "REQUEST" || membership || invitation || request || archivedAt) return null;
  return (
    <div id="ask" className="apart">
      <Section title={t("askTitle")}>
        <p>{t("askDeck")}</p>
        <RequestForm slug={slug} />
      </Section>
    </div>
  );
}
