export const trust = {
  title: "Trust list",
  manage: "Open the trust list page",
  lead: "Every change is a new version, signed by the root keys. Send the new version to every unit; a unit that has not received it goes on with the old one.",
  none: {
    title: "No trust list yet",
    lead: "Make the first one in Settings, Trust list.",
    action: "To Settings",
  },
  facts: {
    version: "Version",
    review: "Ask for a newer one from",
    noReview: "no reminder",
  },
  root: {
    title: "Root keys",
    lead: "{{threshold}} of {{number}} root keys must sign. Root number {{version}}.",
    here: "on this computer",
    paper: "on paper only",
    print: "Print on paper",
    forget: "Remove from computer",
    rotate: "Change the root",
  },
  unit: {
    keys: "Signing keys",
    encryption: "Encryption keys",
    received: "{{number, bundle|bundles}} received",
    acts: "Actions",
  },
  act: {
    add: "Add or replace a key",
    renew: "Issue a new version",
    rotateOwn: "Replace the province's signing key",
    retire: "Retire",
    revoke: "Revoke",
    endRecipient: "Stop encrypting to it",
    export: "Save the list for sending",
    previous: "Unit: {{name}}",
  },
  change: {
    willHappen: "What this does",
    secret: "Passphrase of the root keys",
    secretHint: "Leave empty when only codes on paper are used.",
    paper: "Root keys on paper",
    paperHint: "One code a line, when root keys were removed from the computer.",
    issued: "Version {{version}} is issued. Send it to the units.",
    issue: "Sign and issue version {{version}}",
  },
  retire: {
    title: "Retire a key",
    effect:
      "Bundles received from {{name}} ({{number}}) stay valid. What is signed by this key later is refused, except as many reports on their way as stated below.",
    inTransit: "Reports on their way (0–20)",
  },
  revoke: {
    title: "Revoke a key",
    effect:
      "For a key that may have got out. Every bundle signed by it is refused, whatever day it states. Bundles received in this office stay; other offices take only those ticked below.",
    reason: "Reason",
    good: "Bundles that were checked and stay valid elsewhere",
    nothing: "Nothing was received from this unit yet.",
  },
  endRecipient: {
    title: "Stop encrypting to a key",
    effect:
      "From now on files for {{name}} are no longer encrypted to this key. Files encrypted before still open with it.",
    status: "Why",
    retired: "The key was replaced",
    revoked: "The key may have got out",
  },
  renew: {
    title: "Issue a new version",
    effect:
      "No unit and no key changes. The new version carries every change of the root, so that a unit that missed earlier ones can take it.",
    review: "Remind the units to ask for a newer one from",
  },
  rotateRoot: {
    title: "Change the root",
    effect:
      "Makes new root keys; the list is signed by the old and the new ones. The old ones sign no more. Print the new keys on paper, seal them in an envelope, then issue one more version to send.",
    keys: "Root keys (1–5)",
    threshold: "How many must sign",
  },
  rotateOwn: {
    title: "Replace the province's signing key",
    effect:
      "Makes a new signing key for this office. Receipts signed by the old one stay valid. Units need the new list before they can read what the new key signs.",
  },
  passphrase: {
    fresh: "Passphrase of the new key",
    again: "Passphrase again",
    differs: "The two are not the same.",
  },
  add: {
    title: "Add or replace a unit's key",
    effect:
      "The key in the registration goes into a new version. When the old key signed the registration too, that one is retired at once and no paper is needed; any other needs the signed and sealed paper.",
    vouched: "The old key signed it too, there is no paper",
    lost: "The unit has lost its old key",
    lostKey: "Lost key",
    lostReason: "Reason",
  },
  forget: {
    title: "Remove a root key from this computer",
    effect:
      "From now on only the code on paper signs the list. Type it from the paper, to be sure that it can be read.",
    code: "Code on paper",
    do: "Remove from computer",
  },
  versions: { title: "Versions", version: "Version", at: "Issued at", digest: "Code" },
  own: {
    standing: {
      unlisted: "not in the list yet",
      active: "recognised by the province",
      retired: "retired",
      revoked: "revoked",
    },
    retiredTitle: "The province has retired this signing key.",
    revokedTitle: "The province has revoked this signing key: {{reason}}.",
    ended: "Bundles signed by it will be refused. Replace the key and send the registration to the province.",
    waiting: "New key, waiting for the province to list it",
    waitingLead: "The old key signs until a list with this key is received.",
    encryption: "Encryption key",
    rotate: "Replace the key",
    rotateTitle: "Replace the signing key",
    rotateEffect:
      "Makes a new key and a registration that both keys sign, so that the province needs no paper. The old key signs reports until the province's new list is received.",
    rotated: "The registration of the new key is made.",
    current: "Passphrase of the key in use",
    sheet: "Print the registration",
    paper: "Print the key on paper",
    restore: "Restore a key from paper",
    restoreTitle: "Restore a key from paper",
    restoreLead:
      "Type the code on the paper from the envelope; capitals, spaces and hyphens do not matter. The key will open with the passphrase set here.",
    restored: "The key is restored.",
    wasHere: "This key is here already; nothing has changed.",
  },
  sheet: {
    title: "Key registration",
    paperTitle: "Key on paper",
    print: "Print",
    back: "Back to Settings",
    passphrase: "Passphrase of the key",
    show: "Show the code for printing",
    lead: "The code is shown only after the key was opened; every time is recorded.",
  },
} as const;
