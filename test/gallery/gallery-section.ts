const SECTIONS = ["widgets", "fields", "table", "grid"] as const;

/** The page named after the # of the address; the first one when there is none. */
export function gallerySection(hash: string): (typeof SECTIONS)[number] {
  return SECTIONS.find((name) => `#${name}` === hash) ?? SECTIONS[0];
}
