import { useMutation } from "@tanstack/react-query";
import { canWritePdf, savePageAsPdf } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";

interface PrintButtonsProps {
  /** What the PDF is called, without its ending. */
  readonly fileStem: string;
}

/** The paper on this page to the printer; as PDF by the program itself, or by the print dialog of a browser. */
export function PrintButtons({ fileStem }: PrintButtonsProps) {
  const t = useText();
  const save = useMutation({
    mutationFn: () => savePageAsPdf(`${fileStem}.pdf`),
    onSuccess: (outcome) => {
      if (outcome !== "cancelled") showToast(t("report.offered"));
    },
  });
  return (
    <>
      <Button variant="primary" onPress={() => window.print()}>
        {t(canWritePdf ? "report.printOnly" : "report.print")}
      </Button>
      {canWritePdf && (
        <Button isPending={save.isPending} onPress={() => save.mutate()}>
          {t("report.pdf")}
        </Button>
      )}
      <ErrorCallout error={save.error} />
    </>
  );
}
