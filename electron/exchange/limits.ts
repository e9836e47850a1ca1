// Limits of bundle.md §2.2. A change is a change of the format: a reader of another version would refuse.
const KIB = 1024;
const MIB = 1024 * KIB;

/** Bytes of a whole `.goi` file. */
export const MAX_FILE_BYTES = 64 * MIB;
/** Entries of the container, the three of the envelope included. */
export const MAX_ENTRIES = 256;
export const MAX_NAME_BYTES = 120;
export const MAX_MANIFEST_BYTES = MIB;
export const MAX_SIGNATURES_BYTES = 64 * KIB;
export const MAX_SIGNATURES = 8;
/** Bytes of one entry after inflating. */
export const MAX_RAW_BYTES = 128 * MIB;
/** Bytes of all entries after inflating. */
export const MAX_RAW_TOTAL_BYTES = 256 * MIB;
/** `raw_size ≤ MAX_RATIO × max(size, RATIO_FLOOR_BYTES)` */
export const MAX_RATIO = 200;
export const RATIO_FLOOR_BYTES = KIB;
export const MAX_JSON_DEPTH = 16;
/** UTF-8 bytes of one JSON string. */
export const MAX_STRING_BYTES = 16 * KIB;
/** UTF-8 bytes of one JSONL line without its line feed. */
export const MAX_LINE_BYTES = 64 * KIB;
export const MAX_TABLE_ROWS = 500_000;
/** Trust lists shipped inside a trust list. */
export const MAX_NESTED_ROOTS = 50;
/** Issues written into a return itself; more go into an entry. */
export const MAX_INLINE_ISSUES = 200;
/** Recipients an encrypted bundle may have. */
export const MAX_RECIPIENTS = 20;
/** Binary logarithm of the greatest scrypt cost a passphrase may ask for: 1 GiB of memory. */
export const MAX_SCRYPT_LOG_N = 20;
/** Bytes of the header of an encrypted bundle; twenty recipients take less than 4 KiB. */
export const MAX_AGE_HEADER_BYTES = 64 * KIB;
/** Bytes of an encrypted bundle: header, nonce and one tag a chunk of 64 KiB around a bundle of the greatest size. */
export const MAX_ENCRYPTED_BYTES = MAX_FILE_BYTES + 128 * KIB;
