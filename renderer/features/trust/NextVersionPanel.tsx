import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { TrustDetails } from "../../../shared/contract/trust.ts";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { Form } from "../../components/Form.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useChanged } from "../../components/use-changed.ts";
import { FormActions } from "../../text/FormActions.tsx";
import { useText } from "../../text/use-text.ts";
import { type GivenSecrets, NO_SECRETS, RootSecrets, secretsOf } from "./RootSecrets.tsx";

type Issue = (secrets: GivenSecrets) => Promise<{ readonly version: number }>;

interface NextVersionPanelProps {
  readonly list: TrustDetails;
  readonly title: string;
  /** What will happen, in words, before anything is signed. */
  readonly effect: string;
  /** What stands in the fields, as plain data: leaving asks when it is other than at first. */
  readonly typed: unknown;
  /** Signs the next version; null while something is missing. */
  readonly issue: Issue | null;
  readonly onChecked?: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** The next version of the list: what it does, its own fields, the secret of the root, one button. */
export function NextVersionPanel(props: NextVersionPanelProps) {
  const { list, title, effect, typed, issue, onChecked, onClose, children } = props;
  const t = useText();
  const queries = useQueryClient();
  const [secrets, setSecrets] = useState(NO_SECRETS);
  const isChanged = useChanged([secrets, typed]);
  const signing = useMutation({
    mutationFn: (sign: Issue) => sign(secretsOf(secrets)),
    onSuccess: async ({ version }) => {
      showToast(t("trust.change.issued", { version }));
      await queries.invalidateQueries({ queryKey: api.key() });
      onClose();
    },
  });

  function submit() {
    onChecked?.();
    if (issue !== null) signing.mutate(issue);
  }

  return (
    <SidePanel title={title} onClose={onClose} isDirty={isChanged && !signing.isPending}>
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
          call={signing}
          submitLabel={t("trust.change.issue", { version: list.version + 1 })}
          onCancel={onClose}
        />
      </Form>
    </SidePanel>
  );
}
