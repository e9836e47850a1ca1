import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { ImportKind, ImportPreview, ImportResult } from "../../../shared/contract/imports.ts";
import { Stepper } from "../../components/Stepper.tsx";
import { useText } from "../../text/use-text.ts";
import { ImportChoose } from "./ImportChoose.tsx";
import { ImportPreviewStep } from "./ImportPreviewStep.tsx";
import { ImportResultStep } from "./ImportResultStep.tsx";
import { RegisterTabs } from "./RegisterTabs.tsx";
import "./register.css";

type State =
  | { readonly step: "choose" }
  | { readonly step: "preview"; readonly preview: ImportPreview }
  | { readonly step: "result"; readonly preview: ImportPreview; readonly result: ImportResult };

const STEPS = ["choose", "preview", "result"] as const;

/** A file into the register: choose, see what would happen, apply, undo (design.md §7 no. 2). */
export function ImportPage() {
  const t = useText();
  const { kind: asked } = useSearch({ from: "/register/import" });
  const [kind, setKind] = useState<ImportKind>(asked ?? "units");
  const [state, setState] = useState<State>({ step: "choose" });
  const restart = () => setState({ step: "choose" });
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t("importing.title")}</h1>
      </header>
      <RegisterTabs />
      <Stepper
        label={t("importing.title")}
        steps={STEPS.map((id) => ({ id, label: t(`importing.steps.${id}`) }))}
        current={state.step}
      />
      {state.step === "choose" && (
        <ImportChoose
          kind={kind}
          onKind={setKind}
          onPreview={(preview) => setState({ step: "preview", preview })}
        />
      )}
      {state.step === "preview" && (
        <ImportPreviewStep
          key={state.preview.previewId}
          preview={state.preview}
          onRestart={restart}
          onApplied={(result) => setState({ step: "result", preview: state.preview, result })}
        />
      )}
      {state.step === "result" && (
        <ImportResultStep preview={state.preview} result={state.result} onRestart={restart} />
      )}
    </div>
  );
}
