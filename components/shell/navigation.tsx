import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Icon } from "@/components/ui/icon";
import type { Place, ShellData } from "./data";
import { NavLink } from "./nav-link";

const communityAddress = (slug: string) => `/communities/${slug}` as Route;

type PlacesProps = { places: readonly Place[]; communities: ShellData["communities"]; plain?: boolean };

/** The list of places; `plain` without the distances between groups. */
export function Places({ places, communities, plain }: PlacesProps) {
  const t = useTranslations("shell");
  const own = communities.map(({ slug }) => communityAddress(slug));
  return places.map(({ key, href, icon, gap }) => (
    <li key={key} className={gap && !plain ? "gap" : undefined}>
      <NavLink href={href} unless={href === "/communities" ? own : undefined}>
        <Icon name={icon} />
        <span>{t(`places.${key}`)}</span>
      </NavLink>
    </li>
  ));
}

export function YourCommunities({ communities }: Pick<ShellData, "communities">) {
  const t = useTranslations("shell");
  const id = useId();
  if (communities.length === 0) return null;
  return (
    <nav aria-labelledby={id}>
      <h2 className="label" id={id}>
        {t("yours")}
      </h2>
      <ul className="nav yours">
        {communities.map(({ id: community, slug, name, unread }) => (
          <li key={slug}>
            <NavLink href={communityAddress(slug)}>
              <span>{name}</span>
              <b data-unread={community} hidden={unread === 0}>
                <span className="vh">{t("unread")} </span>
                {unread > 99 ? "99+" : unread}
              </b>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function Bell({ notifications }: Pick<ShellData, "notifications">) {
  const t = useTranslations("shell");
  if (notifications === null) return null;
  return (
    <a className="tool" href="/notifications" aria-label={t("notifications", { count: notifications })}>
      <Icon name="bell" />
      <em data-unread="notifications" aria-hidden="true" hidden={notifications === 0}>
        {notifications > 99 ? "99+" : notifications}
      </em>
    </a>
  );
}

export function Person({ person, notifications }: Pick<ShellData, "person" | "notifications">) {
  const t = useTranslations("shell");
  return (
    <div className="me">
      <a href={`/people/${person.handle}`}>
        <b>{person.name}</b>
        {person.unit}
      </a>
      <Bell notifications={notifications} />
      <a className="tool" href="/settings" aria-label={t("settings")}>
        <Icon name="settings" />
      </a>
    </div>
  );
}
