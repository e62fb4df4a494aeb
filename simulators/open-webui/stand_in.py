"""A fast stand-in for Open WebUI, for tests of a container's life: not for people.

Speaks the parts that Innkeeper calls, in the shapes of Open WebUI 0.12, and keeps users and settings
in a real SQLite file at the same place. Starts in a fraction of a second.

Switches, all environment variables:
  STAND_IN_VERSION=0.12.4    the version it says it is, which decides the schema revision
  STAND_IN_NEVER_READY=1     answers /ready with 503 for ever
  STAND_IN_SLOW_START=3      seconds before it listens
  STAND_IN_EXIT=7            ends with this code instead of listening
  STAND_IN_NO_BANNERS=1      does not take banners
  STAND_IN_LOG=text          a line it writes at start, to standard error
"""

import base64
import hashlib
import hmac
import json
import mimetypes
import os
import re
import shutil
import signal
import sqlite3
import sys
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from store import VERSION, VERSION_PARTS, Store, hashed, log, now

BUILD, STATIC = "/app/build/static", "/app/backend/open_webui/static"
SECRET = os.environ.get("WEBUI_SECRET_KEY", "").encode()
PAGE = 30


class Refused(Exception):
    """An answer that is not 200."""

    def __init__(self, status, detail):
        super().__init__(detail)
        self.status = status
        self.detail = detail


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decoded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def signature(text):
    return encoded(hmac.new(SECRET, text.encode(), hashlib.sha256).digest())


def minted(user_id, stamp):
    head = encoded(b'{"alg":"HS256","typ":"JWT"}')
    claims = {"id": user_id, "session_stamp": stamp, "iat": now(), "jti": str(uuid.uuid4())}
    body = f"{head}.{encoded(json.dumps(claims).encode())}"
    return f"{body}.{signature(body)}"


class Door(BaseHTTPRequestHandler):
    """The HTTP side: one method per call, found by verb and path."""

    protocol_version = "HTTP/1.1"
    server_version = "uvicorn"
    sys_version = ""

    def log_message(self, form, *values):
        log("INFO %s - %s" % (self.address_string(), form % values))

    def log_request(self, code="-", size="-"):
        if self.path != "/health":
            super().log_request(code, size)

    def do_GET(self):
        self.answer("GET")

    def do_POST(self):
        self.answer("POST")

    def do_DELETE(self):
        self.answer("DELETE")

    def answer(self, verb):
        parts = urlsplit(self.path)
        self.query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.data = self.read_body()
        try:
            for wanted, pattern, call in CALLS:
                match = re.fullmatch(pattern, parts.path)
                if match and wanted == verb:
                    return self.reply(200, call(self, *match.groups()))
            if verb == "GET" and parts.path.startswith("/static/"):
                return self.static_file(parts.path.removeprefix("/static/"))
            if verb == "GET" and parts.path == "/favicon.png":
                return self.file(os.path.dirname(BUILD) + parts.path)
            if verb == "GET" and not parts.path.startswith(("/api/", "/openai/")):
                return self.page()
            raise Refused(404, "Not Found")
        except Refused as refused:
            self.reply(refused.status, {"detail": refused.detail})
        except ValueError:
            self.reply(422, {"detail": [{"type": "json_invalid", "msg": "JSON decode error"}]})

    def read_body(self):
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    @property
    def body(self):
        return json.loads(self.data) if self.data else {}

    def reply(self, status, value):
        self.send(status, "application/json", json.dumps(value, separators=(",", ":")).encode())

    def page(self):
        """As the real thing: any unknown path is the interface."""
        name = open_webui_name()
        self.send(200, "text/html; charset=utf-8",
                  f"<!doctype html><title>{name}</title><h1>{name}</h1><p>A stand-in.".encode())

    def static_file(self, name):
        path = os.path.realpath(os.path.join(STATIC, name))
        if not path.startswith(STATIC + "/") or not os.path.isfile(path):
            raise Refused(404, "Not Found")
        self.file(path)

    def file(self, path):
        with open(path, "rb") as file:
            self.send(200, mimetypes.guess_type(path)[0] or "application/octet-stream", file.read())

    def send(self, status, kind, data):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    # What it answers

    def health(self):
        return {"status": True}

    def ready(self):
        if os.environ.get("STAND_IN_NEVER_READY"):
            raise Refused(503, "Startup not complete")
        store.row("SELECT 1")
        return {"status": True}

    def version(self):
        return {"version": VERSION, "deployment_id": ""}

    def public_config(self):
        config = store.config()
        answer = {
            "status": True, "name": open_webui_name(), "version": VERSION, "default_locale": "",
            "oauth": {"providers": {}, "auto_redirect": False},
            "features": {
                "auth": True, "auth_trusted_header": False, "enable_ldap": False,
                "enable_signup": config["ui.enable_signup"], "enable_login_form": True,
                "enable_websocket": True,
            },
        }
        return answer if store.users() else {"onboarding": True, **answer}

    def sign_in(self):
        email = str(self.body.get("email", "")).lower()
        auth = store.row("SELECT * FROM auth WHERE email = ? AND active", email)
        password = str(self.body.get("password", ""))
        if not auth or auth["password"] != hashed(password, auth["password"].split("$")[1]):
            raise Refused(400, "The email or password provided is incorrect. Please check for typos and try logging in again.")
        return session(store.user(auth["id"]))

    def sign_up(self):
        if store.users() and not store.config()["ui.enable_signup"]:
            raise Refused(403, "You do not have permission to access this resource. Please contact your administrator for assistance.")
        body = self.body
        return session(store.add_user(body["name"], body["email"], body["password"],
                                      "pending" if store.users() else "admin"))

    def add(self):
        self.admin()
        password = str(self.body.get("password", ""))
        if len(password.encode()) > 72:
            raise Refused(400, "Uh-oh! The password you entered is too long. Please make sure your password is less than 72 bytes long.")
        try:
            user = store.add_user(self.body["name"], self.body["email"], password,
                                  self.body.get("role", "pending"))
        except KeyError as missing:
            raise Refused(422, [{"type": "missing", "loc": ["body", missing.args[0]]}])
        except sqlite3.IntegrityError:
            raise Refused(400, "Uh-oh! This email is already registered. Sign in with your existing account or choose another email to start anew.")
        return session(user)

    def me(self):
        return shown(self.caller())

    def list_users(self):
        self.admin()
        query = self.query.get("query", "").lower()
        users = store.users() if self.query.get("direction") == "asc" else reversed(store.users())
        found = [shown(user) for user in users
                 if query in user["name"].lower() or query in user["email"]]
        start = (int(self.query.get("page", "1")) - 1) * PAGE
        return {"users": found[start:start + PAGE], "total": len(found)}

    def update_user(self, user_id):
        self.not_the_first(user_id)
        user = store.user(user_id) or self.unknown()
        user.update({key: self.body[key] for key in ("name", "email", "role") if self.body.get(key)})
        store.rows('UPDATE "user" SET name = ?, email = ?, role = ?, updated_at = ? WHERE id = ?',
                   user["name"], user["email"].lower(), user["role"], now(), user_id)
        store.rows("UPDATE auth SET email = ? WHERE id = ?", user["email"].lower(), user_id)
        if self.body.get("password"):
            store.rows("UPDATE auth SET password = ?, session_stamp = ? WHERE id = ?",
                       hashed(self.body["password"]), str(uuid.uuid4()), user_id)
        return shown(store.user(user_id))

    def delete_user(self, user_id):
        self.not_the_first(user_id)
        store.rows('DELETE FROM "user" WHERE id = ?', user_id)
        store.rows("DELETE FROM auth WHERE id = ?", user_id)
        return True

    def groups(self):
        self.admin()
        return []

    def export_config(self):
        self.admin()
        return store.config()

    def import_config(self):
        """Validates nothing, like the application."""
        self.admin()
        wanted = dict(self.body.get("config") or {})
        if os.environ.get("STAND_IN_NO_BANNERS"):
            wanted.pop("ui.banners", None)
        store.set_config(wanted)
        return store.config()

    def connections(self):
        self.admin()
        config = store.config()
        return {
            "ENABLE_OPENAI_API": config["openai.enable"],
            "OPENAI_API_BASE_URLS": config["openai.api_base_urls"],
            "OPENAI_API_KEYS": config["openai.api_keys"],
            "OPENAI_API_CONFIGS": config["openai.api_configs"],
        }

    def plug_in(self, kind):
        self.admin()
        if os.environ.get("ENABLE_PLUGINS", "true").lower() == "false" and VERSION_PARTS >= (0, 11):
            raise Refused(400, "Plugins are disabled.")
        return {**self.body, "type": kind}

    def upload(self):
        user = self.caller()
        limit = store.config()["rag.file.max_size"]
        if limit and len(self.data) > limit << 20:
            raise Refused(413, f"The file exceeds the maximum size of {limit} MB.")
        return {"id": str(uuid.uuid4()), "user_id": user["id"], "status": True}

    # Who calls

    def caller(self):
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        if not token:
            raise Refused(401, "Not authenticated")
        try:
            body, given = token.rsplit(".", 1)
            claims = json.loads(decoded(body.split(".")[1]))
        except (ValueError, IndexError):
            raise Refused(401, "Invalid token")
        user = store.user(claims.get("id"))
        if (not hmac.compare_digest(given, signature(body)) or user is None
                or store.auth(user["id"])["session_stamp"] != claims.get("session_stamp")):
            raise Refused(401, "Invalid token")
        store.rows('UPDATE "user" SET last_active_at = ? WHERE id = ?', now(), user["id"])
        return user

    def admin(self):
        user = self.caller()
        if user["role"] != "admin":
            raise Refused(401, "You do not have permission to access this resource. Please contact your administrator for assistance.")
        return user

    def not_the_first(self, user_id):
        """The oldest account can be changed by nobody but itself."""
        if store.users()[0]["id"] == user_id != self.admin()["id"]:
            raise Refused(403, "This action is prohibited.")

    def unknown(self):
        raise Refused(400, "We could not find what you're looking for :/")


CALLS = [
    ("GET", "/health", Door.health),
    ("GET", "/ready", Door.ready),
    ("GET", "/api/version", Door.version),
    ("GET", "/api/config", Door.public_config),
    ("POST", "/api/v1/auths/signin", Door.sign_in),
    ("POST", "/api/v1/auths/signup", Door.sign_up),
    ("POST", "/api/v1/auths/add", Door.add),
    ("GET", "/api/v1/auths/", Door.me),
    ("GET", "/api/v1/users/", Door.list_users),
    ("POST", "/api/v1/users/([^/]+)/update", Door.update_user),
    ("DELETE", "/api/v1/users/([^/]+)", Door.delete_user),
    ("GET", "/api/v1/groups/", Door.groups),
    ("GET", "/api/v1/configs/export", Door.export_config),
    ("POST", "/api/v1/configs/import", Door.import_config),
    ("GET", "/openai/config", Door.connections),
    ("POST", "/api/v1/(functions|tools)/create", Door.plug_in),
    ("POST", "/api/v1/files/", Door.upload),
]


def open_webui_name():
    name = os.environ.get("WEBUI_NAME", "Open WebUI")
    return name if name == "Open WebUI" else f"{name} (Open WebUI)"


def shown(user):
    return {**user, "username": None, "group_ids": [], "settings": None, "info": None, "oauth": None}


def session(user):
    return {
        "token": minted(user["id"], store.auth(user["id"])["session_stamp"]),
        "token_type": "Bearer", "expires_at": None, "permissions": {},
        **{key: user[key] for key in ("id", "email", "name", "role", "profile_image_url")},
    }


def copy_static_files():
    """As at the application's start: the served folder is refilled from the build."""
    for entry in os.scandir(BUILD):
        try:
            if entry.is_file():
                shutil.copyfile(entry.path, os.path.join(STATIC, entry.name))
        except OSError as problem:
            log(f"ERROR {problem}")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    if os.environ.get("STAND_IN_LOG"):
        log(os.environ["STAND_IN_LOG"])
    time.sleep(float(os.environ.get("STAND_IN_SLOW_START", "0")))
    if os.environ.get("STAND_IN_EXIT"):
        sys.exit(int(os.environ["STAND_IN_EXIT"]))
    if not SECRET:
        sys.exit("WEBUI_SECRET_KEY is not set")
    copy_static_files()
    store = Store()
    store.migrate()
    store.seed()
    port = int(os.environ.get("PORT", "8080"))
    ThreadingHTTPServer.daemon_threads = True
    ThreadingHTTPServer.request_queue_size = 128
    log(f"INFO Uvicorn running on http://0.0.0.0:{port}")
    ThreadingHTTPServer(("0.0.0.0", port), Door).serve_forever()
