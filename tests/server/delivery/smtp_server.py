#!/usr/bin/env python3
"""An SMTP server that keeps what it is sent: smtp_server.py LOG [--auth] [--tls FOLDER]

Prints its port, then writes one JSON line to LOG for each mail, as Python's email package reads it.
To nobody@… it says 550, to later@… 451. --auth: takes mails from "answerwell" with the password
"open sesame" only. --tls: offers STARTTLS with a certificate that nobody signed.
"""

import argparse
import asyncio
import email
import email.policy
import json
import ssl
import subprocess

from aiosmtpd.smtp import SMTP, AuthResult

parser = argparse.ArgumentParser()
parser.add_argument("log")
parser.add_argument("--auth", action="store_true")
parser.add_argument("--tls")
options = parser.parse_args()


def part_of(part):
    return {"type": part.get_content_type(), "charset": part.get_content_charset(),
            "text": part.get_content().replace("\r\n", "\n")}


class Keeper:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("nobody@"):
            return "550 no such mailbox"
        if address.startswith("later@"):
            return "451 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        line = {"from": envelope.mail_from, "to": envelope.rcpt_tos,
                "type": mail.get_content_type(),
                "headers": {name.lower(): str(value) for name, value in mail.items()},
                "parts": [part_of(part) for part in mail.iter_parts()],
                "defects": [str(defect) for part in mail.walk() for defect in part.defects],
                "longest_line": max(len(row) for row in envelope.content.split(b"\r\n"))}
        with open(options.log, "a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        return "250 kept"


def authenticate(server, session, envelope, mechanism, data):
    right = data.login == b"answerwell" and data.password == b"open sesame"
    return AuthResult(success=right, handled=right)


def certificate(folder):
    key, cert = f"{folder}/key.pem", f"{folder}/cert.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-keyout", key, "-out", cert],
                   check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context


async def main():
    settings = {"hostname": "mail.example"}
    if options.auth:
        settings |= {"authenticator": authenticate, "auth_required": True,
                     "auth_require_tls": False}
    if options.tls:
        settings |= {"tls_context": certificate(options.tls)}
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(Keeper(), **settings), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
