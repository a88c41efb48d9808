import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { SimilarCommunity } from "@/lib/communities/clarity/queries";
import type { Advice } from "@/lib/communities/clarity/rules";

/** One piece of advice in words. */
export const useAdvice = () => {
  const t = useTranslations("communities.advice");
  return (one: Advice) => {
    if ("words" in one) return t(one.what, { words: one.words.join(" ") });
    return one.what === "few-questions" ? t(one.what, { missing: one.missing }) : t(one.what);
  };
};

/** Under a field, while it is written. The line is there from the start, so that those who listen hear it change. */
export function LiveAdvice({ advice = [] }: { advice?: readonly Advice[] | undefined }) {
  const say = useAdvice();
  return (
    <div role="status">
      {advice.map((one) => (
        <p key={one.what} className="hint live">
          {say(one)}
        </p>
      ))}
    </div>
  );
}

/** Communities that may be about the same. They open beside the form, so that nothing typed is lost. */
export function SimilarCommunities({ list }: { list: readonly SimilarCommunity[] }) {
  const t = useTranslations("communities.form");
  return (
    <div role="status" className="similar">
      {list.length > 0 && (
        <>
          <p className="lab">{t("similar")}</p>
          <ul>
            {list.map(({ slug, name, domain, language }) => (
              <li key={slug} lang={language}>
                <a href={`/communities/${slug}` as Route} target="_blank" rel="noopener">
                  {name}
                </a>
                <span className="hint"> {domain}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
