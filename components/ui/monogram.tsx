/** The first letter of a name, cut in stone. The name stands beside it, so that ears need not hear it twice. */
export function Monogram({ name, small }: { name: string; small?: boolean }) {
  const [first = ""] = name.trim();
  return (
    <span className={small ? "mono sm" : "mono"} aria-hidden="true">
      {first.toLocaleUpperCase()}
    </span>
  );
}
