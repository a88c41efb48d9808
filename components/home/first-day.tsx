import type { Route } from "next";
import { useLocale, useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { joinCommunityAction } from "@/lib/communities/members/actions";
import { interests, toInterest } from "@/lib/communities/rules";
import type { Fitting } from "@/lib/home/suggestions/queries";
import type { Reason } from "@/lib/home/suggestions/rules";
import type { missingIn } from "@/lib/home/rules";

const placeOf = (slug: string) => `/communities/${slug}` as Route;

/** Where somebody who belongs nowhere yet could begin: communities that fit what they do, each with why, and the way in. */
export function FittingCommunities({ rows }: { rows: readonly Fitting[] }) {
  const t = useTranslations("home.fit");
  if (rows.length === 0)
    return (
      <Section title={t("title")}>
        <Empty action={<LinkButton look="primary" href={"/communities/new" as Route}>{t("found")}</LinkButton>}>{t("none")}</Empty>
      </Section>
    );
  return (
    <Section title={t("title")} beside={<a href={"/communities" as Route}>{t("all")}</a>}>
      <ul className="ask">
        {rows.map((row) => (
          <FittingRow key={row.slug} row={row} />
        ))}
      </ul>
    </Section>
  );
}

function FittingRow({ row: { slug, name, domain, language, entry, memberCount, reasons } }: { row: Fitting }) {
  const t = useTranslations("home.fit");
  const lang = useLocale() === language ? undefined : language;
  return (
    <li>
      <div>
        <h3 className="row-t">
          <a href={placeOf(slug)} lang={lang}>
            {name}
          </a>
        </h3>
        <p lang={lang}>{domain}</p>
        <p className="why">
          {reasons.map((reason) => (
            <Why key={reason.why} reason={reason} />
          ))}
          {t("members", { count: memberCount })}
        </p>
      </div>
      {entry === "OPEN" ? <Join slug={slug} name={name} /> : <LinkButton href={`${placeOf(slug)}#ask` as Route}>{t("ask")}</LinkButton>}
    </li>
  );
}

function Why({ reason }: { reason: Reason }) {
  const t = useTranslations("home.fit");
  const word = "word" in reason ? reason.word : "";
  return <b>{t(`reasons.${reason.why}`, { word, count: "count" in reason ? reason.count : 0 })} </b>;
}

/** Joining asks one thing: whether one does this, or is interested (domain 004-09). */
function Join({ slug, name }: { slug: string; name: string }) {
  const t = useTranslations("communities");
  return (
    <form action={joinCommunityAction} className="acts">
      <input type="hidden" name="slug" value={slug} />
      {interests.map((interest) => (
        <Button key={interest} type="submit" small name="interest" value={interest} aria-label={`${t("head.join")}: ${name}. ${t(`interest.${toInterest(interest)}`)}`}>
          {t(`interest.${toInterest(interest)}`)}
        </Button>
      ))}
    </form>
  );
}

/** What colleagues would look for and do not find yet. */
export function ProfileGaps({ gaps }: { gaps: ReturnType<typeof missingIn> }) {
  const t = useTranslations("home.profile");
  return (
    <Section title={t("title")}>
      <ul className="prose">
        {gaps.map((gap) => (
          <li key={gap}>{t(`gaps.${gap}`)}</li>
        ))}
      </ul>
      <div className="acts">
        <LinkButton href={"/settings" as Route}>{t("fill")}</LinkButton>
      </div>
    </Section>
  );
}
