#!/usr/bin/env python3
"""Kills a serving kb-server again and again under load, and counts what it had acknowledged.

    tests/torture/kill_under_load.py --programs build/release/bin --kills 5

Browsers' batches of events and customers' tickets are sent from several threads, and sent again with
the same id after an answer that never came, as browsers and products do. At the end each must be in
the store exactly once. Exit status 0: so it is; 1: something was lost or doubled; 2: could not try.
"""

import argparse
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

THREADS = 4
EVENTS = 5  # of a batch
PATIENCE = 30  # seconds until a server that was started answers
BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0"


def make_site(folder, programs):
    article = folder / "content/en/billing/refund.md"
    article.parent.mkdir(parents=True)
    article.write_text("# Refund\n\nYou get your money back within 14 days.\n")
    (folder / "kb.yaml").write_text(
        "site: {name: torture, languages: [all]}\n"
        "sources: [{kind: articles, path: content}]\n"
        "index: {path: index, keep: 1}\n"
        'store: {url: "sqlite:store.db"}\n'
        'server: {listen: "127.0.0.1:0"}\n'
    )
    subprocess.run([programs / "kb-index", "build", "--config", folder / "kb.yaml"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Server:
    """One life after another; where it listens changes with each."""

    def __init__(self, folder, programs):
        self.folder, self.programs = folder, programs
        self.process, self.url = None, None

    def start(self):
        with open(self.folder / "server.log", "ab") as log:
            begin = log.tell()
            self.process = subprocess.Popen(
                [self.programs / "kb-server", "serve", "--config", self.folder / "kb.yaml"],
                stdout=log, stderr=log)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            text = (self.folder / "server.log").read_bytes()[begin:].decode(errors="replace")
            told = [line for line in text.splitlines() if "help center is at http" in line]
            if told:
                self.url = told[0].split(" is at ")[1].strip().rstrip("/")
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.01)
        sys.exit(f"the server did not start; see {self.folder}/server.log")

    def kill(self):
        self.url = None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Sender(threading.Thread):
    """Sends one thing after another, each until it is acknowledged."""

    def __init__(self, server, number):
        super().__init__(daemon=True)
        self.server, self.number = server, number
        self.ended = threading.Event()
        self.batches, self.tickets, self.refused = 0, [], []

    def run(self):
        serial = 0
        while not self.ended.is_set():
            serial += 1
            key = f"sender{self.number}-{serial}-{os.getpid()}"
            # An address each: nobody sends so much as to be held back.
            address = f"10.{self.number}.{serial // 250 % 250}.{serial % 250}"
            if serial % 8:
                self.send("/api/v1/events", address, self.batch(key))
                self.batches += 1
            else:
                self.send("/api/v1/tickets", address, self.ticket(key))
                self.tickets.append(key)

    @staticmethod
    def batch(key):
        read = {"action_name": "read",
                "event_attributes": {"object": {"object_id": "en/billing/refund"}, "dwell": 21}}
        return {"batch_id": key, "events": [read] * EVENTS}

    @staticmethod
    def ticket(key):
        return {"subject": f"Where is my refund {key}", "description": "It should be here by now.",
                "email": f"{key}@customer.example", "lang": "en", "idempotency_key": key}

    def send(self, path, address, body):
        while True:
            url = self.server.url
            if url is None:
                time.sleep(0.01)
                continue
            request = urllib.request.Request(
                url + path, json.dumps(body).encode(),
                {"Content-Type": "application/json", "X-Forwarded-For": address,
                 "User-Agent": BROWSER})
            try:
                with urllib.request.urlopen(request, timeout=10) as answer:
                    told = json.load(answer)
                if path.endswith("events") and told["accepted"] != EVENTS and not told.get("known"):
                    self.refused.append(f"{path}: {told}")
                return
            except urllib.error.HTTPError as error:
                if error.code != 503:  # the store was being opened again
                    self.refused.append(f"{path}: {error.code} {error.read()[:300]}")
                    return
                time.sleep(0.02)
            except (OSError, ValueError):
                time.sleep(0.01)  # killed before it answered


def problems_of(folder, senders):
    store = sqlite3.connect(folder / "store.db")
    found = [problem for sender in senders for problem in sender.refused[:3]]
    wanted = EVENTS * sum(sender.batches for sender in senders)
    READ = 5  # core/store/event.h
    (events,) = store.execute("SELECT count(*) FROM events WHERE action = ?", (READ,)).fetchone()
    if events != wanted:
        found.append(f"{wanted} events were acknowledged, {events} are there")
    subjects = {}
    for (subject,) in store.execute("SELECT subject FROM contact_tickets"):
        key = subject.split()[-1]
        subjects[key] = subjects.get(key, 0) + 1
    keys = [key for sender in senders for key in sender.tickets]
    lost = [key for key in keys if key not in subjects]
    doubled = [key for key, count in subjects.items() if count > 1]
    if lost:
        found.append(f"{len(lost)} tickets were lost: {lost[:5]}")
    if doubled:
        found.append(f"{len(doubled)} tickets are there twice: {doubled[:5]}")
    return found


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--programs", type=pathlib.Path, required=True)
    arguments.add_argument("--kills", type=int, default=5)
    arguments.add_argument("--seed", type=int, default=0, help="0: another one each time")
    given = arguments.parse_args()
    seed = given.seed or random.SystemRandom().randrange(1, 1 << 30)
    chance = random.Random(seed)
    programs = given.programs.resolve()
    if not (programs / "kb-server").exists():
        print(f"there is no kb-server in {programs}; build it first", file=sys.stderr)
        return 2

    with tempfile.TemporaryDirectory(prefix="answerwell-kills.") as name:
        folder = pathlib.Path(name)
        make_site(folder, programs)
        server = Server(folder, programs)
        server.start()
        senders = [Sender(server, number) for number in range(THREADS)]
        for sender in senders:
            sender.start()
        for kill in range(given.kills):
            time.sleep(chance.uniform(0.02, 0.5))
            server.kill()
            server.start()
            if sys.stderr.isatty():
                print(f"\r{kill + 1} of {given.kills} kills", end="", file=sys.stderr)
        time.sleep(0.3)
        for sender in senders:
            sender.ended.set()
        for sender in senders:
            sender.join(PATIENCE)
        server.stop()  # what was spooled goes into the store at the next start, at the latest
        server.start()
        time.sleep(1.0)
        server.stop()
        problems = problems_of(folder, senders)
        batches = sum(sender.batches for sender in senders)
        tickets = sum(len(sender.tickets) for sender in senders)
    for problem in problems:
        print(f"seed {seed}: {problem}", file=sys.stderr)
    print(f"{given.kills} kills, {EVENTS * batches} events and {tickets} tickets acknowledged: "
          + ("each is there once" if not problems else f"{len(problems)} problems"))
    return 1 if problems else 0


sys.exit(main())
