import { useTranslations } from "next-intl";
import { Menu } from "@/components/ui/menu";
import { joinCommunityAction } from "@/lib/communities/members/actions";
import { interests, toInterest } from "@/lib/communities/rules";

/** Joining asks one thing: whether one does this, or is interested (domain 004-09). */
export function JoinMenu({ slug }: { slug: string }) {
  const t = useTranslations("communities");
  return (
    <Menu label={t("head.join")} start>
      {interests.map((interest) => (
        <li key={interest}>
          <form action={joinCommunityAction}>
            <input type="hidden" name="slug" value={slug} />
            <button name="interest" value={interest}>
              {t(`interest.${toInterest(interest)}`)}
            </button>
          </form>
        </li>
      ))}
    </Menu>
  );
}
