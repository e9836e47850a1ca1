// Line drawings on a 24 × 24 field in the colour of the text around them. Always beside a word or inside a labelled
// button, so they are hidden from screen readers.
import "./icons.css";

function icon(path: string) {
  return function Icon() {
    return (
      <svg className="so-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={path} />
      </svg>
    );
  };
}

export const HomeIcon = icon("M4 11l8-7 8 7 M6 9.5V20h12V9.5 M10 20v-6h4v6");
export const RegisterIcon = icon("M6 3h12v18H6z M9 8h6 M9 12h6 M9 16h4 M3.5 7h2 M3.5 12h2 M3.5 17h2");
export const ProgrammeIcon = icon("M5 21V4 M5 4h12l-2.5 4L17 12H5");
export const EntryIcon = icon("M3.5 5h17v14h-17z M3.5 10h17 M3.5 14.5h17 M9.5 5v14 M15 5v14");
export const EvaluationIcon = icon("M4 20h16 M7 20v-6 M12 20V8 M17 20v-9 M4 6l3 3");
export const BundleIcon = icon("M4 8l8-4 8 4v9l-8 4-8-4z M4 8l8 4 8-4 M12 12v9");
export const HistoryIcon = icon("M4.5 12a7.5 7.5 0 1 0 2.5-5.6 M4 4v4h4 M12 8v4.5l3 2");
export const SettingsIcon = icon(
  "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z M12 3v3 M12 18v3 M3 12h3 M18 12h3 M5.6 5.6l2.1 2.1 M16.3 16.3l2.1 2.1 M5.6 18.4l2.1-2.1 M16.3 7.7l2.1-2.1",
);
export const SearchIcon = icon("M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z M15.5 15.5L21 21");
export const CheckIcon = icon("M4.5 12.5l5 5 10-11");
export const WarningIcon = icon("M12 3.5L22 20.5H2z M12 9.5v5.5 M12 17.6v.3");
export const ErrorIcon = icon("M8 3h8l5 5v8l-5 5H8l-5-5V8z M12 7.5v6 M12 16.3v.3");
export const InfoIcon = icon("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M12 11v6 M12 7.5v.3");
export const UploadIcon = icon("M12 16V5 M7.5 9L12 4.5 16.5 9 M4.5 20h15");
export const LockIcon = icon("M6 11h12v9H6z M8.5 11V8a3.5 3.5 0 0 1 7 0v3 M12 14.5v2.5");
export const CloseIcon = icon("M6 6l12 12 M18 6L6 18");
export const ChevronDownIcon = icon("M6 9l6 6 6-6");
