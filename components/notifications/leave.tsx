import type { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Told } from "@/components/ui/told";
import type { Leaving } from "@/lib/notifications/leaving/rules";

type LeavePageProps = { token: string; leaving: Leaving; locale: string; state: "asks" | "done" | "undone"; t: Awaited<ReturnType<typeof getTranslations<"channels">>> };

/** One button, that works without a session and without JavaScript; then the way back. */
export function LeavePage({ token, leaving, locale, state, t }: LeavePageProps) {
  const what = leaving.what === "topic" ? t("leave.topic", { topic: t(`topics.${leaving.topic}`) }) : t(`leave.${leaving.what}`);
  return (
    <div lang={locale}>
      <h1>{t("leave.title")}</h1>
      {state === "asks" ? <p className="door-deck">{what}</p> : <Told tone="done"><p>{t(`leave.${state}`)}</p></Told>}
      <form method="post" action={`/api/leave/${token}`} className="form">
        <input type="hidden" name="from" value="page" />
        {state === "done" && <input type="hidden" name="undo" value="1" />}
        <div className="acts">
          <Button type="submit" look={state === "done" ? undefined : "primary"}>
            {state === "done" ? t("leave.undo") : t("leave.submit")}
          </Button>
        </div>
      </form>
      <p className="door-ways">
        <a href="/settings/notifications">{t("leave.all")}</a>
      </p>
    </div>
  );
}
