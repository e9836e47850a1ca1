import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { SignedPapers } from "../../../shared/contract/report.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { PrintButtons } from "./PrintButtons.tsx";

interface SignedToolsProps {
  readonly papers: SignedPapers;
  readonly children?: ReactNode;
}

/** Printing, and the files inside the bundle exactly as they were signed. */
export function SignedTools({ papers, children }: SignedToolsProps) {
  const t = useText();
  const { digest, documents, paper, issuer, period, correction } = papers;
  const save = useMutation({
    mutationFn: async (name: string) => {
      for (const offer of await api.report.writeSigned.call({ digest, names: [name] }))
        await saveDownload(offer);
    },
    onSuccess: () => showToast(t("report.offered")),
  });
  return (
    <div className="report-tools report-todo">
      <div className="page-actions">
        {paper && (
          <PrintButtons
            fileStem={`BaoCao_${issuer.code}_${period}${correction > 0 ? `_DC${correction}` : ""}`}
          />
        )}
        {[...documents.filter(({ file }) => file), ...documents.filter(({ file }) => !file)].map(
          ({ name, file }) => (
            <Button
              key={name}
              isPending={save.isPending && save.variables === name}
              onPress={() => save.mutate(name)}
            >
              {file ? t(`report.${file}`) : t("report.documents.save", { name: wordsOf(name, t) })}
            </Button>
          ),
        )}
        {children}
      </div>
      <p className="quiet">{t("report.documents.lead", { code: papers.code })}</p>
      <ErrorCallout error={save.error} />
    </div>
  );
}

function wordsOf(name: string, t: ReturnType<typeof useText>): string {
  if (name === "tom-tat.txt") return t("report.documents.summary");
  return name === "phu-luc-dinh-chinh.html" ? t("report.documents.corrections") : name;
}
