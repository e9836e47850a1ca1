import type { ReactNode } from "react";
import "./key-value.css";

interface KeyValueItem {
  readonly label: string;
  readonly value: ReactNode;
}

/** Facts about one thing. */
export function KeyValue({ items }: { readonly items: readonly KeyValueItem[] }) {
  return (
    <dl className="so-key-value">
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
