#!/usr/bin/env python3
"""Verifies a .goi bundle without the application: Python 3.9 or newer, its standard library, nothing else.

A second reading of the format, written from its description and not from the application: container, signatures,
manifest and entries, in the order and with the codes of the format (steps V0 to V10, and the form of tables, V12). It is
long because it stands alone: a single file that can be copied to any computer.

    python3 verify-bundle.py BUNDLE.goi --key UNIT.pem [--unit UNIT_ID]
    python3 verify-bundle.py BUNDLE.goi --trust LIST.goi --root-fingerprint HEX [--unit UNIT_ID]
    python3 verify-bundle.py LIST.goi --root-fingerprint HEX
    python3 verify-bundle.py ENROLMENT.goi

Prints one line of JSON. Exit code: 0 good, 1 usage, 2 not a bundle, 3 signature or trust, 4 content, 6 tables, 7 cannot read.
Not looked at: order and repetition (V11), the meaning of figures (V12), encryption: open `.goi.age` with `age -d` first.
"""

import argparse
import base64
import binascii
import copy
import hashlib
import json
import re
import struct
import sys
import unicodedata
import zlib

MIB = 1024 * 1024
MAX_FILE, MAX_ENTRIES, MAX_MANIFEST, MAX_SIGNATURES_FILE = 64 * MIB, 256, MIB, 64 * 1024
MAX_RAW, MAX_RAW_TOTAL, MAX_RATIO, RATIO_FLOOR = 128 * MIB, 256 * MIB, 200, 1024
MAX_DEPTH, MAX_STRING, MAX_LINE, MAX_ROWS, MAX_INTEGER = 16, 16 * 1024, 64 * 1024, 500_000, 2**53 - 1
KINDS = ("submission", "receipt", "return", "programme", "trustlist", "enrolment")
ROLE_OF = {"submission": "unit-submit", "enrolment": "unit-submit", "trustlist": "root"}
EXIT_OF = {"V0": 2, "V1": 2, "V2": 2, "V3": 2, "V4": 2, "V5": 3, "V6": 3, "V7": 3, "V8": 3, "V9": 4, "V10": 4, "V12": 6}


class Refused(Exception):
    def __init__(self, code, detail=None):
        super().__init__(code)
        self.code, self.detail = code, detail


# --- Ed25519 (RFC 8032), verification only -------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)


def add(a, b):
    x1, y1, z1, t1 = a
    x2, y2, z2, t2 = b
    m, n = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = n - m, d - c, d + c, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def equal(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def point_of(raw):
    """The point of 32 bytes, or None when they are not the canonical spelling of one."""
    number = int.from_bytes(raw, "little")
    y, sign = number & (2**255 - 1), number >> 255
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_1 % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_signed(public, message, signature):
    key, s = point_of(public), int.from_bytes(signature[32:], "little")
    if key is None or len(signature) != 64 or s >= L:
        return False
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    k = int.from_bytes(digest, "little") % L
    expected = add(times(s, BASE), times(L - k, key))
    r = point_of(signature[:32])
    return r is not None and equal(expected, r)


# --- Keys ------------------------------------------------------------------------------------------------------

SPKI = bytes.fromhex("302a300506032b6570032100")


def key_of(der):
    """Key id and raw bytes of a SubjectPublicKeyInfo; refuses what is not a good Ed25519 point."""
    point = point_of(der[12:]) if len(der) == 44 and der[:12] == SPKI else None
    if point is None or equal(times(8, point), (0, 1, 1, 0)):
        raise Refused("E_KEY_POINT")
    return hashlib.sha256(der).hexdigest(), der[12:]


def bytes_of_base64(text):
    """Bytes of standard padded base64, or None when writing them again gives another text."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (ValueError, binascii.Error):
        return None
    return data if base64.b64encode(data).decode("ascii") == text else None


def key_of_base64(text):
    der = bytes_of_base64(text)
    if der is None:
        raise Refused("E_KEY_POINT")
    return key_of(der)


def key_of_pem(text):
    match = re.fullmatch(r"\s*-----BEGIN PUBLIC KEY-----\s+([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*", text)
    if match is None:
        raise Refused("E_KEY_POINT", "not a public key PEM")
    return key_of_base64(re.sub(r"\s", "", match.group(1)))


# --- Canonical JSON --------------------------------------------------------------------------------------------

KEY = re.compile(r"[a-z][a-z0-9_]{0,63}")


class NotCanonical(Exception):
    pass


def no_constant(_text):
    raise ValueError


def no_float(_text):
    raise NotCanonical("E_JSON_NUMBER")


def read_canonical(data):
    """The value of canonical bytes. Raises NotCanonical with the fault."""
    try:
        text = data.decode("utf-8", "strict")
    except UnicodeDecodeError:
        raise NotCanonical("E_JSON_UTF8") from None
    if text.startswith("\ufeff"):
        raise NotCanonical("E_JSON_UTF8")
    try:
        value = json.loads(text, parse_constant=no_constant, parse_float=no_float)
    except RecursionError:
        raise NotCanonical("E_JSON_DEPTH") from None
    except ValueError:
        raise NotCanonical("E_JSON_SYNTAX") from None
    check_value(value, 0)
    if json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False) != text:
        raise NotCanonical("E_JSON_NONCANONICAL")
    return value


def check_value(value, depth):
    if isinstance(value, str):
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise NotCanonical("E_JSON_SURROGATE")
        if unicodedata.normalize("NFC", value) != value:
            raise NotCanonical("E_JSON_NOT_NFC")
    elif isinstance(value, int) and not isinstance(value, bool):
        if abs(value) > MAX_INTEGER:
            raise NotCanonical("E_JSON_NUMBER")
    elif isinstance(value, (list, dict)):
        if depth >= MAX_DEPTH:
            raise NotCanonical("E_JSON_DEPTH")
        for name in value if isinstance(value, dict) else ():
            if KEY.fullmatch(name) is None:
                raise NotCanonical("E_JSON_KEY")
        for member in value.values() if isinstance(value, dict) else value:
            check_value(member, depth + 1)


def strings_fit(value):
    if isinstance(value, str):
        return len(value.encode("utf-8")) <= MAX_STRING
    if isinstance(value, dict):
        return all(map(strings_fit, value.values()))
    return not isinstance(value, list) or all(map(strings_fit, value))


# --- Container -------------------------------------------------------------------------------------------------

SEGMENT = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}(\.[a-z0-9][a-z0-9_-]{0,31}){0,4}")
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")


def is_name(name):
    segments = name.split("/")
    return len(name) <= 120 and len(segments) <= 4 and all(SEGMENT.fullmatch(s) and not RESERVED.match(s) for s in segments)


def read_container(data):
    if len(data) < 22:
        raise Refused("E_ZIP_TRUNCATED")
    if data[:4] != b"PK\x03\x04":
        raise Refused("E_ZIP_LAYOUT", "start")
    end = len(data) - 22
    if data[end : end + 4] != b"PK\x05\x06":
        elsewhere = data.rfind(b"PK\x05\x06")
        raise Refused("E_ZIP_EOCD" if 0 <= elsewhere <= end else "E_ZIP_TRUNCATED")
    disks, count, total, size, start, comment = struct.unpack_from("<IHHIIH", data, end + 4)
    if disks or comment:
        raise Refused("E_ZIP_EOCD")
    if not 0 < count <= MAX_ENTRIES or count != total:
        raise Refused("E_ZIP_COUNT")
    if start + size != end:
        raise Refused("E_ZIP_CD", "extent")
    entries = read_directory(data, count, start, end)
    names = [name for name, _ in entries]
    if not all(map(is_name, names)) or len(set(names)) != len(names):
        raise Refused("E_ZIP_NAME")
    if write_container(entries) != data:
        raise Refused("E_ZIP_NONCANONICAL")
    return entries


def read_directory(data, count, start, end):
    entries, record, local = [], start, 0
    for _ in range(count):
        if record + 46 > end or data[record : record + 4] != b"PK\x01\x02":
            raise Refused("E_ZIP_CD", "record")
        flags, method = struct.unpack_from("<HH", data, record + 8)
        if flags & 1:
            raise Refused("E_ZIP_ENCRYPTED")
        if method:
            raise Refused("E_ZIP_METHOD")
        packed, size, name_size, extra, comment = struct.unpack_from("<IIHHH", data, record + 20)
        (offset,) = struct.unpack_from("<I", data, record + 42)
        if record + 46 + name_size > end:
            raise Refused("E_ZIP_CD", "name")
        if packed != size or offset != local:
            raise Refused("E_ZIP_LAYOUT", "record")
        name = data[record + 46 : record + 46 + name_size].decode("latin-1")
        body = local + 30 + name_size
        if body + size > start or data[local : local + 4] != b"PK\x03\x04":
            raise Refused("E_ZIP_LAYOUT", "local record")
        entries.append((name, data[body : body + size]))
        local, record = body + size, record + 46 + name_size + extra + comment
    if local != start:
        raise Refused("E_ZIP_LAYOUT", "gap")
    if record != end:
        raise Refused("E_ZIP_CD", "rest")
    return entries


def write_container(entries):
    """The one canonical spelling: stored, no times, no attributes, nothing between the records."""
    locals_, directory, offset = [], [], 0
    for name, body in entries:
        coded = name.encode("latin-1")
        shared = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0x21, zlib.crc32(body), len(body), len(body), len(coded), 0)
        locals_ += [b"PK\x03\x04", shared, coded, body]
        directory += [b"PK\x01\x02", struct.pack("<H", 20), shared, bytes(10), struct.pack("<I", offset), coded]
        offset += 30 + len(coded) + len(body)
    central = b"".join(directory)
    end = struct.pack("<IHHIIH", 0, len(entries), len(entries), len(central), offset, 0)
    return b"".join(locals_) + central + b"PK\x05\x06" + end


# --- Signatures ------------------------------------------------------------------------------------------------

TYPE = re.compile(r"application/vnd\.socongdoan\.([a-z]{1,32})\.v([1-9][0-9]{0,3})\+json")
HEX = re.compile(r"[0-9a-f]{64}")


def read_signatures(data):
    """Kind, payload type and the (key id, signature) pairs."""
    try:
        value = read_canonical(data)
    except NotCanonical as fault:
        raise Refused("E_SIG_FORMAT", str(fault)) from None
    if not isinstance(value, dict) or set(value) != {"payload_type", "signatures"}:
        raise Refused("E_SIG_FORMAT", "members")
    payload_type, listed = value["payload_type"], value["signatures"]
    good = isinstance(payload_type, str) and len(payload_type) <= 200 and isinstance(listed, list) and 1 <= len(listed) <= 8
    for one in listed if good else ():
        good = good and isinstance(one, dict) and set(one) == {"keyid", "sig"} and is_digest(one["keyid"])
        good = good and isinstance(one["sig"], str) and len(one["sig"]) <= 100
    if not good:
        raise Refused("E_SIG_FORMAT", "members")
    keyids = [one["keyid"] for one in listed]
    if keyids != sorted(set(keyids)):
        raise Refused("E_SIG_FORMAT", "order")
    signatures = [(one["keyid"], bytes_of_base64(one["sig"])) for one in listed]
    if any(sig is None or len(sig) != 64 for _, sig in signatures):
        raise Refused("E_SIG_FORMAT", "base64")
    match = TYPE.fullmatch(payload_type)
    if match is None:
        raise Refused("E_TYPE_UNKNOWN")
    if match.group(2) != "1":
        raise Refused("E_VERSION_UNSUPPORTED", "v" + match.group(2))
    if match.group(1) not in KINDS:
        raise Refused("E_TYPE_UNKNOWN")
    return match.group(1), payload_type, signatures


def signed_bytes(payload_type, manifest):
    coded = payload_type.encode("utf-8")
    return b"DSSEv1 %d %s %d %s" % (len(coded), coded, len(manifest), manifest)


# --- Manifest --------------------------------------------------------------------------------------------------
# A checker is a function from a value to whether it is allowed.

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
PERIOD = re.compile(r"(\d{4})(-(M(0[1-9]|1[0-2])|Q[1-4]|H1|9M))?", re.ASCII)
TIME = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ", re.ASCII)


def matches(pattern):
    compiled = re.compile(pattern, re.ASCII) if isinstance(pattern, str) else pattern
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


def text(low, high):
    return lambda value: isinstance(value, str) and low <= len(value) <= high


def whole(low, high=MAX_INTEGER):
    return lambda value: type(value) is int and low <= value <= high


def one_of(*allowed):
    return lambda value: isinstance(value, str) and value in allowed


def or_null(checker):
    return lambda value: value is None or checker(value)


def a_list(checker, low, high):
    return lambda value: isinstance(value, list) and low <= len(value) <= high and all(map(checker, value))


def members(**checkers):
    return lambda value: isinstance(value, dict) and set(value) == set(checkers) and all(checkers[n](value[n]) for n in checkers)


def a_map(checker):
    return lambda value: isinstance(value, dict) and all(map(checker, value.values()))


def is_date(value):
    if not isinstance(value, str) or re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII) is None:
        return False
    year, month, day = map(int, value.split("-"))
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= month <= 12 and 1 <= day <= days[month - 1]


def is_period(value):
    match = PERIOD.fullmatch(value) if isinstance(value, str) else None
    return match is not None and FIRST_YEAR <= int(match.group(1)) <= LAST_YEAR


FIRST_YEAR, LAST_YEAR = 1990, 2100
is_digest = matches(HEX)
is_uuid = matches(UUID)
is_line = text(1, 500)
is_word = matches(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}")
is_stream = matches(r"[a-z][a-z0-9-]{0,63}")
is_recipient = matches(r"age1[a-z0-9]{1,100}")
is_count = whole(0)
is_totals = a_map(whole(-MAX_INTEGER))


def is_base64(value):
    return text(0, 4096)(value) and bytes_of_base64(value) is not None


def is_short_text(value):
    return isinstance(value, str) and len(value.encode("utf-8")) <= MAX_STRING


def distinct(values):
    return len(set(values)) == len(values)


PUBLIC_KEY = {"keyid": is_digest, "alg": one_of("ed25519"), "spki": is_base64}
REPLY = {
    "in_reply_to": members(
        bundle_id=is_uuid, manifest_sha256=is_digest, unit_id=is_uuid, instance_id=is_uuid, stream=is_stream, seq=whole(1)
    ),
    "counts": is_totals,
    "totals": is_totals,
    "issues_entry": or_null(text(0, 120)),
    "province_ledger": members(seq=is_count, hash=is_digest),
    "stream_state": members(instance_id=is_uuid, last_seq=is_count, missing=a_list(whole(1), 0, 1000)),
    "trust_list_version": is_count,
}
ISSUE = members(
    id=is_word,
    severity=one_of("error", "warning", "note"),
    table=or_null(is_word),
    row_key=or_null(is_line),
    field=or_null(is_word),
    code=is_word,
    message=is_short_text,
    suggestion=or_null(is_short_text),
)
ROOT_SHAPE = members(version=whole(1), threshold=whole(1, 8), keys=a_list(members(**PUBLIC_KEY), 1, 16))
TRUST_SHAPE = members(
    province_id=is_uuid,
    version=whole(1),
    prev_sha256=or_null(is_digest),
    root=ROOT_SHAPE,
    units=a_list(
        members(
            unit_id=is_uuid,
            code=is_line,
            name=is_line,
            level=is_line,
            parent_id=or_null(is_uuid),
            status=one_of("active", "ended"),
            predecessors=a_list(is_uuid, 0, 512),
            successors=a_list(is_uuid, 0, 512),
        ),
        0,
        4096,
    ),
    keys=a_list(
        members(
            **PUBLIC_KEY,
            unit_id=is_uuid,
            roles=a_list(one_of("unit-submit", "province-op"), 1, 2),
            status=one_of("active", "retired", "revoked"),
            accept=a_list(members(instance_id=is_uuid, stream=is_stream, max_seq=is_count), 0, 1024),
            known_good=a_list(is_digest, 0, 4096),
            revoked_reason=or_null(is_line),
        ),
        0,
        4096,
    ),
    enc_keys=a_list(
        members(recipient=is_recipient, unit_id=is_uuid, status=one_of("active", "retired", "revoked")), 0, 4096
    ),
    review_after=or_null(is_date),
)


def is_trust_list(value):
    if not TRUST_SHAPE(value):
        return False
    root, units = value["root"], [unit["unit_id"] for unit in value["units"]]
    return (
        root["threshold"] <= len(root["keys"])
        and (value["version"] == 1) == (value["prev_sha256"] is None)
        and distinct(units)
        and distinct([key["keyid"] for key in value["keys"] + root["keys"]])
        and all(key["unit_id"] in units for key in value["keys"])
    )


SECTIONS = {
    "submission": members(
        submission_id=is_uuid,
        revision=is_count,
        supersedes=or_null(members(revision=is_count, manifest_sha256=is_digest)),
        reply_to=or_null(is_digest),
    ),
    "receipt": members(**REPLY, result=one_of("accepted", "accepted_with_warnings", "duplicate")),
    "return": members(
        **REPLY,
        result=one_of("returned"),
        submission_id=is_uuid,
        revision=is_count,
        due_date=or_null(is_date),
        issues=a_list(ISSUE, 0, 200),
    ),
    "programme": members(
        programme_id=is_uuid,
        version=whole(1),
        supersedes_version=or_null(whole(1)),
        title=is_line,
        effective=members(**{"from": is_date, "to": or_null(is_date)}),
        forms=a_list(members(form_code=is_word, schema_sha256=is_digest), 0, 64),
        targets_entry=or_null(text(0, 120)),
    ),
    "trustlist": is_trust_list,
    "enrolment": members(
        unit_code=is_line,
        spki=is_base64,
        enc_recipient=or_null(is_recipient),
        replaces=or_null(is_digest),
        device_label=is_line,
    ),
}
ENTRY = {
    "path": text(1, 120),
    "media_type": matches(r"[a-z0-9.+-]+/[a-z0-9.+-]+(; charset=utf-8)?"),
    "size": is_count,
    "sha256": is_digest,
    "enc": one_of("none", "gzip"),
    "raw_size": is_count,
    "raw_sha256": is_digest,
}
TABLE = members(**ENTRY, role=one_of("table"), rows=whole(0, MAX_ROWS), schema=is_word)
OTHER = members(**ENTRY, role=one_of("human", "attachment", "root"))
COMMON = {
    "v": whole(1),
    "kind": one_of(*KINDS),
    "bundle_id": is_uuid,
    "created_at": matches(TIME),
    "app": members(name=is_line, version=is_line, schema=is_count),
    "issuer": members(
        unit_id=is_uuid,
        unit_code=is_line,
        unit_name=is_line,
        instance_id=is_uuid,
        prev_instance_id=or_null(is_uuid),
        signer_name=is_line,
        signer_title=or_null(is_line),
    ),
    "audience": a_list(lambda value: value == "*" or is_uuid(value), 1, 512),
    "stream": is_stream,
    "seq": whole(1),
    "prev": or_null(is_digest),
    "trust_list": or_null(members(version=whole(1), sha256=is_digest)),
    "requires": members(trust_list_min=is_count, format_min=whole(1)),
    "context": or_null(
        members(
            programme_id=or_null(is_uuid),
            programme_version=or_null(whole(1)),
            programme_sha256=or_null(is_digest),
            form_code=is_word,
            period=is_period,
        )
    ),
    "totals": is_totals,
    "audit_head": or_null(members(seq=is_count, hash=is_digest)),
    "entries": a_list(lambda entry: TABLE(entry) or OTHER(entry), 0, 253),
    "crit": a_list(is_word, 0, 32),
    "ext": lambda value: isinstance(value, dict),
}


def read_manifest(data):
    try:
        value = read_canonical(data)
    except NotCanonical as fault:
        raise Refused("E_MANIFEST_FORMAT", str(fault)) from None
    if not strings_fit(value) or not is_manifest(value):
        raise Refused("E_MANIFEST_SCHEMA")
    return value


def is_manifest(value):
    kind = value.get("kind") if isinstance(value, dict) else None
    if kind not in KINDS or not members(**COMMON, **{kind: SECTIONS[kind]})(value):
        return False
    audience, is_open = value["audience"], kind in ("trustlist", "programme", "enrolment")
    return (
        (value["seq"] == 1) == (value["prev"] is None)
        and distinct(audience)
        and ("*" not in audience or (len(audience) == 1 and is_open))
        and (kind != "submission" or value["context"] is not None)
        and (kind == "trustlist" or all(entry["role"] != "root" for entry in value["entries"]))
    )


# --- Who signed ------------------------------------------------------------------------------------------------


class Known:
    """A key somebody vouches for. `unit` and `roles` are None when nobody does; `roles` is empty for root keys."""

    def __init__(self, keyid, raw, listed=None, roles=None):
        self.keyid, self.raw = keyid, raw
        self.unit = listed["unit_id"] if listed else None
        self.roles = listed["roles"] if listed else roles
        self.status = listed["status"] if listed else "active"
        self.accept = listed["accept"] if listed else []
        self.known_good = listed["known_good"] if listed else []


def known_keys(listed, roles=None, is_of_unit=False):
    """Finder of keys by id; a key is only looked at when it is asked for."""

    def find(keyid):
        for key in listed:
            if key["keyid"] == keyid:
                real, raw = key_of_base64(key["spki"])
                return Known(real if real == keyid else "", raw, key if is_of_unit else None, roles)
        return None

    return find


def both(first, second):
    return lambda keyid: first(keyid) or second(keyid)


def check_signatures(find, threshold, message, signatures):
    signers, unknown = [], []
    for keyid, signature in signatures:
        known = find(keyid)
        if known is None:
            unknown.append(keyid)
        elif known.keyid == keyid and is_signed(known.raw, message, signature):
            signers.append(known)
        else:
            raise Refused("E_SIG_INVALID", keyid)
    if not signers:
        raise Refused("E_KEY_UNKNOWN", unknown[0] if unknown else None)
    if len(signers) < threshold:
        raise Refused("E_SIG_THRESHOLD")
    return signers


def check_root_step(new, held, message, signatures):
    if new["version"] < held["version"]:
        raise Refused("E_TL_ROLLBACK", "root")
    if new["version"] > held["version"] + 1 or (new["version"] == held["version"] and new != held):
        raise Refused("E_TL_ROOT_THRESHOLD")
    if new["version"] == held["version"] + 1:
        find, count = known_keys(new["keys"], []), 0
        for keyid, signature in signatures:
            known = find(keyid)
            if known is None:
                continue
            if known.keyid != keyid or not is_signed(known.raw, message, signature):
                raise Refused("E_SIG_INVALID", keyid)
            count += 1
        if count < new["threshold"]:
            raise Refused("E_TL_ROOT_THRESHOLD")


def fingerprint_of(root):
    canonical = json.dumps(root, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


# --- Entries ---------------------------------------------------------------------------------------------------

FOLDERS = {
    "table": re.compile(r"data/[a-z0-9_-]+\.jsonl(\.gz)?"),
    "human": re.compile(r"(docs/[^/]+|readme\.txt)"),
    "attachment": re.compile(r"docs/[^/]+"),
    "root": re.compile(r"roots/[1-9][0-9]?\.goi"),
}


def check_entries(described, found):
    if len(described) != len(found):
        raise Refused("E_ENTRY_SET", "count")
    for entry, (name, _) in zip(described, found):
        if entry["path"] != name or FOLDERS[entry["role"]].fullmatch(name) is None:
            raise Refused("E_ENTRY_SET", entry["path"])
    roots = [entry["path"] for entry in described if entry["role"] == "root"]
    if len(roots) > 50 or roots != ["roots/%d.goi" % (index + 1) for index in range(len(roots))]:
        raise Refused("E_ENTRY_SET", "roots")
    for entry, (name, body) in zip(described, found):
        if len(body) != entry["size"]:
            raise Refused("E_ENTRY_SIZE", name)
        if hashlib.sha256(body).hexdigest() != entry["sha256"]:
            raise Refused("E_ENTRY_HASH", name)
        is_plain = entry["raw_size"] == entry["size"] and entry["raw_sha256"] == entry["sha256"]
        if name.endswith(".gz") != (entry["enc"] == "gzip") or (entry["enc"] == "none" and not is_plain):
            raise Refused("E_ENTRY_ENC", name)


def inflate_entries(described, found):
    for entry in described:
        if entry["raw_size"] > MAX_RATIO * max(entry["size"], RATIO_FLOOR):
            raise Refused("E_SIZE_RATIO", entry["path"])
        if entry["raw_size"] > MAX_RAW:
            raise Refused("E_SIZE_RAW", entry["path"])
    if sum(entry["raw_size"] for entry in described) > MAX_RAW_TOTAL:
        raise Refused("E_SIZE_RAW", "total")
    for entry, (name, body) in zip(described, found):
        raw = inflate(body, entry["raw_size"], name) if entry["enc"] == "gzip" else body
        if len(raw) != entry["raw_size"]:
            raise Refused("E_SIZE_RAW", name)
        if hashlib.sha256(raw).hexdigest() != entry["raw_sha256"]:
            raise Refused("E_RAW_HASH", name)
        yield entry, raw


def inflate(body, raw_size, name):
    raw = b""
    while True:
        member = zlib.decompressobj(31)
        try:
            # A page at least: broken data is then told from data that is merely too long.
            raw += member.decompress(body, max(16 * 1024, raw_size - len(raw) + 1))
        except zlib.error:
            raise Refused("E_GZIP", name) from None
        if not member.eof and not member.unconsumed_tail:
            raise Refused("E_GZIP", name)
        if len(raw) > raw_size or not member.eof:
            raise Refused("E_SIZE_RAW", name)
        body = member.unused_data
        if not body.startswith(b"\x1f"):
            return raw


def check_table(raw, rows, path):
    if raw and not raw.endswith(b"\n"):
        raise Refused("E_DATA_FORMAT", path + ": no line feed")
    lines = raw.split(b"\n")[:-1]
    for number, line in enumerate(lines, 1):
        try:
            if len(line) > MAX_LINE or not strings_fit(read_canonical(line)):
                raise Refused("E_DATA_FORMAT", "line %d: too long" % number)
        except NotCanonical as fault:
            raise Refused("E_DATA_FORMAT", "line %d: %s" % (number, fault)) from None
    if len(lines) != rows:
        raise Refused("E_DATA_FORMAT", "%s: %d rows" % (path, len(lines)))


# --- The steps -------------------------------------------------------------------------------------------------


class Verification:
    """One run over one file; `step` and `digest` tell how far it got."""

    def __init__(self, find=None, root=None, held_version=None, fingerprint=None, unit=None, walks=True):
        self.find = find or (lambda keyid: None)
        self.root, self.held_version, self.fingerprint, self.unit = root, held_version, fingerprint, unit
        self.walks = walks
        self.step, self.digest, self.manifest, self.signers = "V0", None, None, []

    def run(self, data):
        if not data:
            raise Refused("E_EMPTY")
        if len(data) > MAX_FILE:
            raise Refused("E_SIZE_FILE")
        self.step = "V1"
        if data.startswith(b"age-encryption.org/v1"):
            raise Refused("E_ENC_NO_KEY")
        self.step = "V2"
        container = read_container(data)
        self.step = "V3"
        manifest_bytes, signature_bytes = self.open_envelope(container)
        self.digest = hashlib.sha256(manifest_bytes).hexdigest()
        self.step = "V4"
        kind, payload_type, signatures = read_signatures(signature_bytes)
        message = signed_bytes(payload_type, manifest_bytes)
        self.step = "V5"
        if kind == "trustlist" and self.root is not None and self.walks:
            self.walk(container[3:], manifest_bytes)
        find, threshold, root = self.source(kind, manifest_bytes, signatures)
        self.signers = check_signatures(find, threshold, message, signatures)
        self.step = "V6"
        self.check_roles(kind)
        self.step = "V7"
        manifest = read_manifest(manifest_bytes)
        self.check_manifest(manifest, kind)
        if kind == "trustlist" and root is not None:
            check_root_step(manifest["trustlist"]["root"], root, message, signatures)
        self.manifest = manifest
        self.step = "V8"
        self.check_issuer(manifest)
        self.step = "V9"
        check_entries(manifest["entries"], container[3:])
        self.step = "V10"
        tables = [(entry, raw) for entry, raw in inflate_entries(manifest["entries"], container[3:]) if entry["role"] == "table"]
        self.step = "V12"
        for entry, raw in tables:
            check_table(raw, entry["rows"], entry["path"])

    @staticmethod
    def open_envelope(container):
        if [name for name, _ in container[:3]] != ["mimetype", "manifest.json", "signatures.json"]:
            raise Refused("E_META_MISSING")
        if container[0][1] != b"application/vnd.socongdoan+zip":
            raise Refused("E_MIMETYPE")
        if len(container[1][1]) > MAX_MANIFEST or len(container[2][1]) > MAX_SIGNATURES_FILE:
            raise Refused("E_SIZE_META")
        return container[1][1], container[2][1]

    def walk(self, payload, manifest_bytes):
        """Brings the root held forward over the older lists shipped inside, each proven by the root before it."""
        shipped = [(name, body) for name, body in payload if name.startswith("roots/")]
        newest = provisional_list(manifest_bytes)
        if not shipped or newest is None or newest["root"]["version"] <= self.root["version"]:
            return
        if len(shipped) > 50:
            raise Refused("E_ENTRY_SET", "roots")
        version = self.held_version or 0
        for name, body in shipped:
            try:
                taken = self.take_step(body, newest, version)
            except Refused as refusal:
                raise Refused(refusal.code, name) from None
            if taken is not None:
                self.root, version = taken["root"], taken["version"]

    def take_step(self, body, newest, version):
        if not body:
            raise Refused("E_EMPTY")
        manifest_bytes, signature_bytes = self.open_envelope(read_container(body))
        list_ = provisional_list(manifest_bytes)
        if read_signatures(signature_bytes)[0] != "trustlist" or list_ is None:
            raise Refused("E_KIND_MISMATCH")
        if list_["root"]["version"] <= self.root["version"]:
            return None
        step = Verification(None, self.root, self.held_version, unit=self.unit, walks=False)
        step.run(body)
        if any(entry["role"] == "root" for entry in step.manifest["entries"]):
            raise Refused("E_ENTRY_SET", "nested")
        if list_["province_id"] != newest["province_id"]:
            raise Refused("E_ISSUER_MISMATCH")
        if not version < list_["version"] < newest["version"]:
            raise Refused("E_TL_ROLLBACK")
        return list_

    def source(self, kind, manifest_bytes, signatures):
        """Where keys are looked up, how many are needed, and the root held. Two kinds are read before they are trusted."""
        if kind == "trustlist":
            root = self.root
            if root is None and self.fingerprint is not None:
                root = self.provisional(kind, manifest_bytes)["trustlist"]["root"]
                if fingerprint_of(root) != self.fingerprint:
                    raise Refused("E_TL_FINGERPRINT")
            if root is not None:
                return known_keys(root["keys"], []), root["threshold"], root
        if kind == "enrolment":
            enrolment = self.provisional(kind, manifest_bytes)["enrolment"]
            keyid, raw = key_of_base64(enrolment["spki"])
            if all(signer != keyid for signer, _ in signatures):
                raise Refused("E_KEY_UNKNOWN", keyid)
            replaced = lambda asked: self.find(asked) if asked == enrolment["replaces"] else None
            return both(lambda asked: Known(keyid, raw) if asked == keyid else None, replaced), 1, None
        return self.find, 1, None

    @staticmethod
    def provisional(kind, manifest_bytes):
        manifest = read_manifest(manifest_bytes)
        if manifest["kind"] != kind:
            raise Refused("E_KIND_MISMATCH")
        return manifest

    def check_roles(self, kind):
        role = ROLE_OF.get(kind, "province-op")
        for known in self.signers:
            if known.status == "revoked" and self.digest not in known.known_good:
                raise Refused("E_KEY_REVOKED", known.keyid)
            if known.roles is not None and (known.roles != [] if role == "root" else role not in known.roles):
                raise Refused("E_KEY_ROLE", known.keyid)

    def check_manifest(self, manifest, kind):
        if manifest["kind"] != kind:
            raise Refused("E_KIND_MISMATCH")
        if manifest["v"] != 1:
            raise Refused("E_VERSION_UNSUPPORTED", "v%d" % manifest["v"])
        if manifest["crit"]:
            raise Refused("E_CRIT_UNKNOWN", manifest["crit"][0])
        if manifest["requires"]["format_min"] > 1:
            raise Refused("E_VERSION_UNSUPPORTED", "v%d" % manifest["requires"]["format_min"])
        least = manifest["requires"]["trust_list_min"]
        if kind != "trustlist" and self.held_version is not None and least > self.held_version:
            raise Refused("E_TL_STALE", "version %d" % least)

    def check_issuer(self, manifest):
        issuer, kind = manifest["issuer"], manifest["kind"]
        if (
            any(known.unit not in (None, issuer["unit_id"]) for known in self.signers)
            or (kind == "trustlist" and manifest["trustlist"]["province_id"] != issuer["unit_id"])
            or (kind == "enrolment" and manifest["enrolment"]["unit_code"] != issuer["unit_code"])
        ):
            raise Refused("E_ISSUER_MISMATCH")
        if self.unit is not None and "*" not in manifest["audience"] and self.unit not in manifest["audience"]:
            raise Refused("E_AUDIENCE")
        for known in self.signers:
            if known.status == "retired" and not any(
                bound["instance_id"] == issuer["instance_id"]
                and bound["stream"] == manifest["stream"]
                and manifest["seq"] <= bound["max_seq"]
                for bound in known.accept
            ):
                raise Refused("E_KEY_RETIRED", known.keyid)


def provisional_list(manifest_bytes):
    try:
        manifest = read_manifest(manifest_bytes)
    except Refused:
        return None
    return manifest.get("trustlist")


def read_file(path):
    try:
        with open(path, "rb") as file:
            return file.read(MAX_FILE + 1)
    except OSError:
        raise Refused("E_IO_READ", path) from None


def verifier_of(options):
    if options.trust is not None:
        first = Verification(fingerprint=options.root_fingerprint)
        first.run(read_file(options.trust))
        if first.manifest["kind"] != "trustlist":
            raise Refused("E_KIND_MISMATCH", options.trust)
        held = first.manifest["trustlist"]
        find = both(known_keys(held["keys"], is_of_unit=True), known_keys(held["root"]["keys"], []))
        return Verification(find, held["root"], held["version"], unit=options.unit)
    if options.key is not None:
        keyid, raw = key_of_pem(read_file(options.key).decode("ascii", "replace"))
        return Verification(lambda asked: Known(keyid, raw) if asked == keyid else None, unit=options.unit)
    return Verification(fingerprint=options.root_fingerprint, unit=options.unit)


def main(arguments):
    parser = argparse.ArgumentParser(description="Verifies .goi bundles.")
    parser.add_argument("bundle", nargs="+", help="one line of JSON is printed for each")
    parser.add_argument("--key", help="public key of the sender, PEM")
    parser.add_argument("--trust", help="trust list, needs --root-fingerprint")
    parser.add_argument("--root-fingerprint", help="64 hex digits, from the official paper")
    parser.add_argument("--unit", help="unit id that must be in the audience")
    try:
        options = parser.parse_args(arguments)
    except SystemExit as end:
        return 1 if end.code else 0
    if options.trust is not None and options.root_fingerprint is None:
        parser.print_usage(sys.stderr)
        return 1
    try:
        fresh = verifier_of(options)
    except Refused as refusal:
        return refused(refusal, "V5", None)
    return max(verify(path, copy.copy(fresh), options) for path in options.bundle)


def refused(refusal, step, digest):
    print(json.dumps({"ok": False, "code": refusal.code, "detail": refusal.detail, "step": step, "digest": digest}))
    return 7 if refusal.code == "E_IO_READ" else EXIT_OF[step]


def verify(path, run, options):
    try:
        run.run(read_file(path))
    except Refused as refusal:
        return refused(refusal, run.step, run.digest)
    print(
        json.dumps(
            {
                "ok": True,
                "kind": run.manifest["kind"],
                "digest": run.digest,
                "unit": run.manifest["issuer"]["unit_code"],
                "signers": [known.keyid for known in run.signers],
                "unchecked": ["order"] + ([] if options.unit else ["audience"]),
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
