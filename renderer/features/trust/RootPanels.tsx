// Changes that concern the list as a whole: a new version, a new root, the province's own key.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { TrustDetails } from "../../../shared/contract/trust.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextField } from "../../components/TextField.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { KeyGroups } from "../../text/KeyGroups.tsx";
import { useText } from "../../text/use-text.ts";
import { ChangePanel } from "./ChangePanel.tsx";
import { isSame, NewSecret, NOT_TYPED } from "./NewSecret.tsx";

interface RootPanelProps {
  readonly list: TrustDetails;
  readonly onClose: () => void;
}

export function RenewPanel({ list, onClose }: RootPanelProps) {
  const t = useText();
  const [reviewAfter, setReviewAfter] = useState(list.reviewAfter);
  return (
    <ChangePanel
      list={list}
      title={t("trust.renew.title")}
      effect={t("trust.renew.effect")}
      change={{ kind: "renew", reviewAfter }}
      onClose={onClose}
    >
      <DateField label={t("trust.renew.review")} value={reviewAfter} onChange={setReviewAfter} />
    </ChangePanel>
  );
}

export function RotateRootPanel({ list, onClose }: RootPanelProps) {
  const t = useText();
  const [keys, setKeys] = useState<number | null>(list.root.keys.length);
  const [threshold, setThreshold] = useState<number | null>(list.root.threshold);
  const [typed, setTyped] = useState(NOT_TYPED);
  const [isChecked, setIsChecked] = useState(false);
  return (
    <ChangePanel
      list={list}
      title={t("trust.rotateRoot.title")}
      effect={t("trust.rotateRoot.effect")}
      change={
        keys === null || threshold === null || !isSame(typed)
          ? null
          : { kind: "rotateRoot", keys, threshold, newPassphrase: typed.first }
      }
      onChecked={() => setIsChecked(true)}
      onClose={onClose}
    >
      <NumberField
        label={t("trust.rotateRoot.keys")}
        value={keys}
        onChange={setKeys}
        minValue={1}
        maxValue={5}
        isRequired
      />
      <NumberField
        label={t("trust.rotateRoot.threshold")}
        value={threshold}
        onChange={setThreshold}
        minValue={1}
        maxValue={5}
        isRequired
      />
      <NewSecret typed={typed} onChange={setTyped} isChecked={isChecked} />
    </ChangePanel>
  );
}

export function RotateOwnPanel({ list, onClose }: RootPanelProps) {
  const t = useText();
  const [typed, setTyped] = useState(NOT_TYPED);
  const [isChecked, setIsChecked] = useState(false);
  return (
    <ChangePanel
      list={list}
      title={t("trust.rotateOwn.title")}
      effect={t("trust.rotateOwn.effect")}
      change={isSame(typed) ? { kind: "rotateOwn", newPassphrase: typed.first } : null}
      onChecked={() => setIsChecked(true)}
      onClose={onClose}
    >
      <NewSecret typed={typed} onChange={setTyped} isChecked={isChecked} />
    </ChangePanel>
  );
}

/** A root key off this computer, once its paper has been read back. */
export function ForgetRootPanel({
  keyid,
  onClose,
}: {
  readonly keyid: string;
  readonly onClose: () => void;
}) {
  const t = useText();
  const queries = useQueryClient();
  const [paperCode, setPaperCode] = useState("");
  const forget = useMutation(
    api.trust.forgetRoot.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.key() });
        onClose();
      },
    }),
  );
  return (
    <SidePanel
      title={t("trust.forget.title")}
      onClose={onClose}
      isDirty={paperCode !== "" && !forget.isPending}
    >
      <Form
        className="panel-form"
        onSubmit={() => {
          if (paperCode.trim() !== "") forget.mutate({ keyid, paperCode });
        }}
      >
        <Callout tone="warning" title={t("trust.change.willHappen")}>
          {t("trust.forget.effect")}
        </Callout>
        <KeyGroups code={keyid} />
        <TextField
          label={t("trust.forget.code")}
          value={paperCode}
          onChange={setPaperCode}
          autoComplete="off"
          isRequired
        />
        <ErrorCallout error={forget.error} />
        <div className="form-actions">
          <Button type="submit" variant="danger" isPending={forget.isPending}>
            {t("trust.forget.do")}
          </Button>
          <Button onPress={onClose}>{t("shell.cancel")}</Button>
        </div>
      </Form>
    </SidePanel>
  );
}
