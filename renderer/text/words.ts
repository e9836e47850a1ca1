/** The shape of a set of words with any text in it: what a translation must fill, key by key. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
