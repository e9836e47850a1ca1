import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { CommandPalette } from "../components/CommandPalette.tsx";
import { useText } from "../text/use-text.ts";
import { findPaletteItems } from "./palette-items.ts";
import { usePaletteItems } from "./use-palette-items.ts";

interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly year: number;
}

/** Ctrl+K: everything reachable by a few letters, accents aside. */
export function Palette({ isOpen, onClose, year }: PaletteProps) {
  const t = useText();
  const navigate = useNavigate();
  const items = usePaletteItems(isOpen, year);
  const [query, setQuery] = useState("");
  const found = useMemo(() => findPaletteItems(items, query), [items, query]);
  return (
    <CommandPalette
      isOpen={isOpen}
      onClose={() => {
        setQuery("");
        onClose();
      }}
      label={t("shell.openPalette")}
      placeholder={t("shell.paletteHint")}
      emptyText={t("shell.paletteEmpty")}
      query={query}
      onQueryChange={setQuery}
      items={found.map((item) => ({
        id: item.id,
        group: t(`shell.paletteGroups.${item.group}`),
        title: item.title,
        detail: item.detail,
      }))}
      onChoose={(id) => {
        const item = found.find((candidate) => candidate.id === id);
        if (item) void navigate(item.link);
      }}
    />
  );
}
