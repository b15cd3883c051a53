"""Verifies a credential of the academy with nothing of the academy's own code.

Usage: verify_credential.py CREDENTIAL DID_DOCUMENT STATUS_LIST CONTEXTS

JSON-LD is PyLD's, Ed25519 is cryptography's (Debian: python3-pyld, python3-cryptography). CONTEXTS is a folder with the
published contexts; nothing is fetched. CREDENTIAL is JSON with a Data Integrity proof, or a JWT. Prints one line of
JSON: {"verified": bool, "revoked": bool | null, "why": …}.
"""

import base64
import gzip
import hashlib
import json
import os
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pyld import jsonld

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
CONTEXTS = {
    "https://www.w3.org/ns/credentials/v2": "credentials-v2.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "open-badges-3.0.3.json",
}


class Refused(Exception):
    pass


def pinned_loader(folder):
    def load(url, _options=None):
        if url not in CONTEXTS:
            raise Refused("context " + url)
        with open(os.path.join(folder, CONTEXTS[url]), encoding="utf-8") as file:
            document = json.load(file)
        return {"contextUrl": None, "documentUrl": url, "document": document, "contentType": "application/ld+json"}

    return load


def base58(text):
    number = 0
    for letter in text:
        if letter not in ALPHABET:
            raise Refused("base58")
        number = number * 58 + ALPHABET.index(letter)
    zeros = len(text) - len(text.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def canonical_hash(document):
    # Safe mode is newer than Debian's PyLD: a term without meaning would be dropped, and what it says be unsigned.
    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "base": ""}
    every_term_has_meaning(document, jsonld.expand(document, {"base": ""}))
    return hashlib.sha256(jsonld.normalize(document, options).encode("utf-8")).digest()


def every_term_has_meaning(document, expanded):
    """As many values in what was read as in what was written."""
    if leaves(expanded) != leaves({key: value for key, value in document.items() if key != "@context"}):
        raise Refused("a term without meaning")


def leaves(value):
    if isinstance(value, dict):
        return sum(leaves(item) for key, item in value.items() if not (key == "@type" and "@value" in value))
    if isinstance(value, list):
        return sum(leaves(item) for item in value)
    return 1


def find_key(did_document, identifier, kind):
    if identifier not in did_document["assertionMethod"]:
        raise Refused("the key asserts nothing")
    for method in did_document["verificationMethod"]:
        if method["id"] == identifier and method["type"] == kind and method["controller"] == did_document["id"]:
            return method
    raise Refused("no such key")


def verify_proof(document, did_document):
    proof = dict(document["proof"])
    said = {key: value for key, value in document.items() if key != "proof"}
    issuer = said["issuer"] if isinstance(said["issuer"], str) else said["issuer"]["id"]
    if issuer != did_document["id"] or proof["cryptosuite"] != "eddsa-rdfc-2022":
        raise Refused("issuer or suite")
    if proof["type"] != "DataIntegrityProof" or proof["proofPurpose"] != "assertionMethod":
        raise Refused("type or purpose")
    value = proof.pop("proofValue")
    multikey = find_key(did_document, proof["verificationMethod"], "Multikey")["publicKeyMultibase"]
    key = base58(multikey[1:])
    if multikey[0] != "z" or key[:2] != b"\xed\x01" or value[0] != "z":
        raise Refused("not an Ed25519 Multikey")
    proof["@context"] = said["@context"]
    data = canonical_hash(proof) + canonical_hash(said)
    Ed25519PublicKey.from_public_bytes(key[2:]).verify(base58(value[1:]), data)
    return said


def verify_jwt(text, did_document):
    head, body, signature = text.split(".")
    header = json.loads(base64url(head))
    if header["alg"] != "EdDSA" or header["typ"] != "vc+jwt":
        raise Refused("header")
    jwk = find_key(did_document, header["kid"], "JsonWebKey")["publicKeyJwk"]
    if jwk["kty"] != "OKP" or jwk["crv"] != "Ed25519":
        raise Refused("not an Ed25519 JWK")
    key = Ed25519PublicKey.from_public_bytes(base64url(jwk["x"]))
    key.verify(base64url(signature), (head + "." + body).encode("ascii"))
    said = json.loads(base64url(body))
    if said["iss"] != did_document["id"] or said["issuer"]["id"] != said["iss"]:
        raise Refused("issuer")
    return said


def is_revoked(said, status_list, did_document):
    entry = said["credentialStatus"]
    listed = verify_proof(status_list, did_document)
    if listed["id"] != entry["statusListCredential"] or entry["type"] != "BitstringStatusListEntry":
        raise Refused("another list")
    subject = listed["credentialSubject"]
    if subject["statusPurpose"] != entry["statusPurpose"] or subject["encodedList"][0] != "u":
        raise Refused("another purpose")
    bits = gzip.decompress(base64url(subject["encodedList"][1:]))
    index = int(entry["statusListIndex"])
    return bool(bits[index // 8] >> (7 - index % 8) & 1)


def main(credential_path, did_path, list_path, contexts):
    jsonld.set_document_loader(pinned_loader(contexts))
    with open(did_path, encoding="utf-8") as file:
        did_document = json.load(file)
    with open(list_path, encoding="utf-8") as file:
        status_list = json.load(file)
    with open(credential_path, "rb") as file:
        raw = file.read()
    try:
        text = raw.decode("utf-8")
        is_jwt = text.startswith("eyJ")
        said = verify_jwt(text.strip(), did_document) if is_jwt else verify_proof(json.loads(text), did_document)
        return {"verified": True, "revoked": is_revoked(said, status_list, did_document), "why": None}
    except (Refused, InvalidSignature, ValueError, KeyError, TypeError, IndexError, jsonld.JsonLdError) as error:
        return {"verified": False, "revoked": None, "why": type(error).__name__ + " " + str(error)[:200]}


if __name__ == "__main__":
    # Several credentials may be given, separated by commas, so that the libraries load once.
    for path in sys.argv[1].split(","):
        print(json.dumps(main(path, *sys.argv[2:])))
