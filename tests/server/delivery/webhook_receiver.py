#!/usr/bin/env python3
"""Takes webhooks as receivers do, the bad ones too: webhook_receiver.py LOG

Prints its port, then writes one JSON line to LOG for each request. What it answers is in the path:
/status/503, /then-ok/2 (fails twice), /hang, /moved, /wait/120 (429), /large, /close.
"""

import http.server
import json
import sys
import threading
import time

LOCK = threading.Lock()
SEEN = {}  # by path


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        with LOCK:
            SEEN[self.path] = SEEN.get(self.path, 0) + 1
            with open(sys.argv[1], "a", encoding="utf-8") as log:
                line = {"path": self.path, "headers": {k.lower(): v for k, v in self.headers.items()},
                        "body": body.decode()}
                log.write(json.dumps(line) + "\n")
        self.behave(*(self.path.strip("/").split("/") + [""])[:2])

    def behave(self, what, how):
        if what == "status":
            self.reply(int(how))
        elif what == "then-ok":
            self.reply(503 if SEEN[self.path] <= int(how) else 204)
        elif what == "hang":
            time.sleep(30)
        elif what == "moved":
            self.reply(302, {"Location": "/status/200"})
        elif what == "wait":
            self.reply(429, {"Retry-After": how})
        elif what == "large":
            self.reply_without_end()
        elif what == "close":
            self.close_connection = True
        else:
            self.reply(200)

    do_GET = do_POST

    def reply(self, status, headers=()):
        self.send_response(status)
        for name, value in dict(headers).items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def reply_without_end(self):
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            while True:
                self.wfile.write(b"x" * 65536)
        except OSError:
            pass

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True


server = Server(("127.0.0.1", 0), Receiver)
print(server.server_port, flush=True)
server.serve_forever()
