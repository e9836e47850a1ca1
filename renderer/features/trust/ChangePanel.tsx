import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { TrustChange, TrustDetails } from "../../../shared/contract/trust.ts";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { Form } from "../../components/Form.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useChanged } from "../../components/use-changed.ts";
import { FormActions } from "../../text/FormActions.tsx";
import { useText } from "../../text/use-text.ts";
import { NO_SECRETS, RootSecrets, secretsOf } from "./RootSecrets.tsx";

interface ChangePanelProps {
  readonly list: TrustDetails;
  readonly title: string;
  /** What will happen, in words, before anything is signed. */
  readonly effect: string;
  /** The change as it stands in the fields; null while something is missing. */
  readonly change: TrustChange | null;
  readonly onChecked?: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** One change of the list: what it does, its own fields, the secret of the root, one button. */
export function ChangePanel({ list, title, effect, change, onChecked, onClose, children }: ChangePanelProps) {
  const t = useText();
  const queries = useQueryClient();
  const [secrets, setSecrets] = useState(NO_SECRETS);
  const isChanged = useChanged([secrets, change]);
  const issue = useMutation({
    mutationFn: (asked: TrustChange) => api.trust.change.call({ ...secretsOf(secrets), change: asked }),
    onSuccess: async ({ version }) => {
      showToast(t("trust.change.issued", { version }));
      await queries.invalidateQueries({ queryKey: api.key() });
      onClose();
    },
  });

  function submit() {
    onChecked?.();
    if (change !== null) issue.mutate(change);
  }

  return (
    <SidePanel title={title} onClose={onClose} isDirty={isChanged && !issue.isPending}>
      <Form className="panel-form" onSubmit={submit}>
        <Callout tone="info" title={t("trust.change.willHappen")}>
          {effect}
        </Callout>
        {children}
        <RootSecrets
          secrets={secrets}
          onChange={setSecrets}
          isPaperNeeded={list.root.keys.some(({ isHere }) => !isHere)}
        />
        <FormActions
          call={issue}
          submitLabel={t("trust.change.issue", { version: list.version + 1 })}
          onCancel={onClose}
        />
      </Form>
    </SidePanel>
  );
}
