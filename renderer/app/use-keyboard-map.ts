// Keys that work everywhere. A page that handles a key itself calls preventDefault, and then nothing happens here.
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { usePlaces } from "./places.ts";

interface KeyboardActions {
  readonly openPalette: () => void;
  readonly openKeys: () => void;
}

export function useKeyboardMap({ openPalette, openKeys }: KeyboardActions): void {
  const navigate = useNavigate();
  const places = usePlaces();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      // While a composition runs every key belongs to the input method.
      if (event.defaultPrevented || event.isComposing) return;
      const isControl = event.ctrlKey || event.metaKey;
      if (isControl && !event.altKey && !event.shiftKey && event.code === "KeyK") {
        event.preventDefault();
        openPalette();
      } else if (isControl && !event.altKey && !event.shiftKey && event.code === "KeyF") {
        if (focusPageSearch()) event.preventDefault();
      } else if (event.key === "F1") {
        event.preventDefault();
        openKeys();
      } else if (event.altKey && !isControl && !event.shiftKey) {
        const place = places.find(({ digit }) => event.code === `Digit${digit}`);
        if (!place) return;
        event.preventDefault();
        void navigate({ to: place.to });
      }
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [navigate, places, openPalette, openKeys]);
}

function focusPageSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>("main input[type=search]");
  field?.focus();
  field?.select();
  return field !== null;
}
