import { useNavigate } from "@tanstack/react-router";
import { CommandPalette } from "../components/CommandPalette.tsx";
import { useText } from "../text/use-text.ts";
import { findPaletteItems } from "./palette-items.ts";
import { usePaletteItems } from "./use-palette-items.ts";

interface PaletteProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly year: number;
}

/** Ctrl+K: everything reachable by a few letters, accents aside. */
export function Palette({ isOpen, onOpenChange, year }: PaletteProps) {
  const t = useText();
  const navigate = useNavigate();
  const items = usePaletteItems(isOpen, year);
  return (
    <CommandPalette
      label={t("shell.openPalette")}
      placeholder={t("shell.paletteHint")}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      search={(typed) => findPaletteItems(items, typed)}
      groupLabel={(group) => t(`shell.paletteGroups.${group}`)}
      onChoose={(item) => void navigate(item.link)}
    />
  );
}
