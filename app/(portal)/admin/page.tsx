import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import { mayManagePeople } from "@/lib/people/policy";
import { requireActor } from "@/lib/platform/session";

export default async function AdminPage() {
  if (!mayManagePeople(await requireActor())) notFound();
  redirect("/admin/people" as Route);
}
