export const product = "Stepwell";

/** A plain link, as all of ours are: `useLinks` opens them in place, and no page carries a component for each. */
const home = "/";

/** A well in section, water at the bottom. */
export function Brand() {
  return (
    <a className="brand" href={home}>
      <svg viewBox="0 0 30 26" aria-hidden="true">
        <path className="b-water" d="M10.5 17.5h9v6h-9z" />
        <path className="b-stair" d="M0 3h4.500v5.500H9V24h12V8.500h4.500V3H30" />
      </svg>
      {product}
    </a>
  );
}
