import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Around } from "@/components/home/around";
import { AskedOfMe } from "@/components/home/asked";
import { CouldAnswer } from "@/components/home/could";
import { DueDays } from "@/components/home/due";
import { FittingCommunities, ProfileGaps } from "@/components/home/first-day";
import { News } from "@/components/home/news";
import { PageHead } from "@/components/ui/page-head";
import { Book } from "@/components/ui/section";
import { Still } from "@/components/ui/still";
import { getShell } from "@/lib/discussions/readings/queries";
import { getMine, listAsked, listDue, listVoices } from "@/lib/home/queries";
import { ASKED, asTags, headline, inWeight, isLate, missingIn } from "@/lib/home/rules";
import { listFitting } from "@/lib/home/suggestions/queries";
import { dayIn } from "@/lib/people/positions/rules";
import { getFormat } from "@/lib/platform/i18n/format";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.places"))("home") };
}

/** What is asked of the reader, what is due, what is new. Who belongs nowhere yet finds where to begin. */
export default async function HomePage() {
  const actor = await requireActor();
  const today = dayIn(new Date(), actor.timeZone);
  const [t, format, { places }, mine, all, due] = await Promise.all([getTranslations("home"), getFormat(), getShell(actor), getMine(actor), listAsked(actor), listDue(actor, today)]);
  const unit = actor.unit?.id ?? null;
  const first = actor.memberOf.length === 0;
  const [voices, fitting] = await Promise.all([listVoices(actor, asTags(mine.knows), unit), first ? listFitting(actor, unit, { ...mine, unit: actor.unit?.name ?? null, languages: actor.languages }) : null]);
  const part = (name: string) => voices.filter((voice) => voice.part === name);
  const [asked, could, story] = [inWeight(all), part("waiting"), part("story")[0]];
  const news = part("news").filter(({ id }) => !could.some((question) => question.id === id)); // said once on a page
  const title = headline({ asked: asked.length, late: due.filter((one) => isLate(one, today)).length, could: could.length, unread: places.reduce((sum, { unread }) => sum + unread, 0) });
  const day = format.date(new Date(), { weekday: "long", day: "numeric", month: "long" });
  const gaps = missingIn(mine);
  return (
    <Still>
      <div className="home">
        <PageHead kicker={[day, actor.unit?.name].filter(Boolean).join(" · ")} title={first && title.says !== "waits" ? t("title.welcome", { name: actor.name }) : t(`title.${title.says}`, title)} deck={first ? t("deck") : undefined} />
        <Book aside={story || mine.newcomers.length > 0 ? <Around story={story} newcomers={mine.newcomers} /> : null}>
          {asked.length > 0 && <AskedOfMe rows={asked.slice(0, ASKED)} count={asked.length} />}
          {due.length > 0 && <DueDays rows={due} today={today} />}
          {fitting && <FittingCommunities rows={fitting} />}
          {fitting && gaps.length > 0 && <ProfileGaps gaps={gaps} />}
          {could.length > 0 && <CouldAnswer rows={could} knows={mine.knows} />}
          {news.length > 0 && <News rows={news} unread={new Map(places.map(({ slug, unread }) => [slug, unread]))} />}
        </Book>
      </div>
    </Still>
  );
}
