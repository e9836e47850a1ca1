import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "../../api/api.ts";
import { useText } from "../../text/use-text.ts";
import { DoctorSection } from "./DoctorSection.tsx";
import { GradeSchemesSection } from "./GradeSchemesSection.tsx";
import { KeySection } from "./KeySection.tsx";
import { OfficeSection } from "./OfficeSection.tsx";
import { ParametersSection } from "./ParametersSection.tsx";
import { PeopleSection } from "./PeopleSection.tsx";
import { TrustSection } from "./TrustSection.tsx";
import "./settings.css";

const SECTIONS = ["office", "people", "parameters", "grading", "key", "trust", "backup", "doctor"] as const;

/** @param backup the section of backups, which is a feature of its own */
export function SettingsPage({ backup }: { readonly backup: ReactNode }) {
  const t = useText();
  const { section: asked } = useParams({ from: "/settings/{-$section}" });
  const section = SECTIONS.find((candidate) => candidate === asked) ?? "office";
  const status = useQuery(api.office.status.queryOptions());
  const office = status.data?.office;
  return (
    <div className="page settings">
      <header className="page-head">
        <h1>{t("settings.title")}</h1>
      </header>
      <div className="settings-body">
        <nav className="settings-nav" aria-label={t("settings.title")}>
          {SECTIONS.map((id) => (
            <Link
              key={id}
              to="/settings/{-$section}"
              params={{ section: id }}
              aria-current={id === section ? "page" : undefined}
            >
              {t(`settings.sections.${id}`)}
            </Link>
          ))}
        </nav>
        <section className="settings-section" aria-labelledby="settings-heading">
          <h2 id="settings-heading">{t(`settings.sections.${section}`)}</h2>
          {status.data && office && (
            <>
              {section === "office" && (
                <OfficeSection office={office} program={status.data.program} today={status.data.today} />
              )}
              {section === "people" && <PeopleSection office={office} />}
              {section === "parameters" && <ParametersSection office={office} />}
              {section === "grading" && <GradeSchemesSection />}
              {section === "key" && <KeySection isReceiver={office.role === "receiver"} />}
              {section === "trust" && <TrustSection isReceiver={office.role === "receiver"} />}
              {section === "backup" && backup}
              {section === "doctor" && <DoctorSection />}
            </>
          )}
        </section>
      </div>
    </div>
  );
}
