import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { IconButton } from "./IconButton.tsx";
import { CloseIcon } from "./icons.tsx";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { PanelFormsContext, UnsavedForms, unsavedForms, useUnsavedForm } from "./unsaved-forms.ts";
import { useWidgetWords } from "./widget-words.ts";
import "./side-panel.css";

interface SidePanelProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** False for a panel that only reports: whoever is typing goes on typing. */
  readonly takesFocus?: boolean;
  /** Something typed here is stored nowhere: closing asks first. A form inside may say the same by `useUnsavedForm`. */
  readonly isDirty?: boolean;
  readonly children: ReactNode;
}

/**
 * Beside the work, not over it: the page stays usable. Takes the focus when it opens, gives it back when it closes.
 * Asks before it closes over something typed.
 */
export function SidePanel({ title, onClose, takesFocus = true, isDirty = false, children }: SidePanelProps) {
  const words = useWidgetWords();
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusReturn(panel, heading, takesFocus);
  const keep = useFocusKept(heading);
  const [forms] = useState(() => new UnsavedForms());
  const [isAsking, setIsAsking] = useState(false);

  function close() {
    if (forms.has()) setIsAsking(true);
    else onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing) return;
    // A list opened from here lives elsewhere in the page; its Esc is its own.
    if (!(event.target instanceof Node) || !panel.current?.contains(event.target)) return;
    event.preventDefault();
    close();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc from any field inside
    <aside ref={panel} className="so-side-panel" aria-labelledby={titleId} onKeyDown={onKeyDown} {...keep}>
      <div className="so-side-panel-head">
        <h2 id={titleId} ref={heading} className="so-side-panel-title" tabIndex={-1}>
          {title}
        </h2>
        <IconButton label={words.close} onPress={close}>
          <CloseIcon />
        </IconButton>
      </div>
      <div className="so-side-panel-body">
        <PanelFormsContext value={forms}>
          <Unsaved isDirty={isDirty} />
          {children}
        </PanelFormsContext>
      </div>
      {isAsking && (
        <LeaveDialog
          onStay={() => setIsAsking(false)}
          onLeave={() => {
            setIsAsking(false);
            // What closes the panel may be a change of the address, which would ask once more.
            unsavedForms.giveUp(forms.list());
            onClose();
          }}
        />
      )}
    </aside>
  );
}

function Unsaved({ isDirty }: { readonly isDirty: boolean }) {
  useUnsavedForm(isDirty);
  return null;
}

function useFocusReturn(
  panel: React.RefObject<HTMLElement | null>,
  heading: React.RefObject<HTMLElement | null>,
  takesFocus: boolean,
): void {
  // The focus before anything inside could take it (autoFocus runs before effects).
  const origin = useRef<Element | null>(null);
  origin.current ??= document.activeElement;
  useEffect(() => {
    const element = panel.current;
    if (takesFocus && !element?.contains(document.activeElement)) heading.current?.focus();
    return () => {
      const isInside = element?.contains(document.activeElement) === true;
      const isNowhere = document.activeElement === document.body || document.activeElement === null;
      if ((isInside || isNowhere) && origin.current instanceof HTMLElement) origin.current.focus();
    };
  }, [panel, heading, takesFocus]);
}

/** When what has the focus gives way to something else in the panel, the focus stays in it. */
function useFocusKept(heading: React.RefObject<HTMLElement | null>) {
  const isInside = useRef(false);
  useLayoutEffect(() => {
    // An element that is taken away says nothing: only the focus is gone.
    if (isInside.current && document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true });
  });
  return {
    onFocus: () => {
      isInside.current = true;
    },
    onBlur: () => {
      isInside.current = false;
    },
  };
}
