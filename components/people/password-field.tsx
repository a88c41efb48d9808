import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";

type PasswordFieldProps = { name?: "password" | "currentPassword"; label: string; error?: string | undefined; known?: boolean };

/** `known`: a password that exists, which a password manager may fill in; else a new one, with what makes a good one. */
export function PasswordField({ name = "password", label, error, known = false }: PasswordFieldProps) {
  const t = useTranslations("account");
  return (
    <Field name={name} label={label} hint={known ? undefined : t("passwordHint")} error={error}>
      {(control) => <Input {...control} type="password" autoComplete={known ? "current-password" : "new-password"} maxLength={1024} minLength={known ? undefined : 12} />}
    </Field>
  );
}
