// Strong enough for every key of the tests.
export const PASSPHRASE = "câu dài chỉ để kiểm thử 2026";
/** Of a key that replaces another. */
export const NEW_PASSPHRASE = "một câu khác hẳn cho khóa mới 77";
export const BACKUP_PASSPHRASE = "một câu khác để cất vào USB";
